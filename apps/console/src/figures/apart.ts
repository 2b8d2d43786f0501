/** Rounded as `Format.signed` rounds: halves away from zero. */
const shown = (score: number): number => Math.sign(score) * Math.round(Math.abs(score));

/** By how many points the first score lies above the second, as both are shown. Beside two whole scores an exact or smoothed difference contradicts the subtraction that every reader does. */
export const apart = (now: number, before: number): number => shown(now) - shown(before);
