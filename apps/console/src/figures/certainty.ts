/** How sure a figure is, 0.25 to 1, from its 95 % interval: what is paler is less certain. An interval 8 points wide is as good as it gets, 80 as pale. */
export function certainty(confidence: { readonly low: number; readonly high: number } | null): number {
  if (confidence === null) return 0.25;
  const width = confidence.high - confidence.low;
  return Math.min(1, Math.max(0.25, 1 - (width - 8) / 96));
}

/** Strength of a heat colour, 0 to 1, and its side: how far a score is from the middle of what it is compared with. */
export function heat(nps: number, middle: number, span = 40): { side: 'above' | 'below'; strength: number } {
  const distance = nps - middle;
  return { side: distance < 0 ? 'below' : 'above', strength: Math.min(1, Math.abs(distance) / span) };
}
