const UNITS = { W: 'week', D: 'day', H: 'hour', M: 'minute', S: 'second' } as const;

/** An ISO 8601 duration (`PT2H30M`) in words; empty for none at all, and the text itself where it is no duration. */
export function durationWords(duration: string, language: string): string {
  if (!/^P[\dTWDHMS]+$/.test(duration)) return duration;
  return [...duration.matchAll(/(\d+)([WDHMS])/g)]
    .filter(([, amount]) => Number(amount) > 0)
    .map(([, amount, unit]) => new Intl.NumberFormat(language, { style: 'unit', unit: UNITS[unit as keyof typeof UNITS], unitDisplay: 'long' }).format(Number(amount)))
    .join(' ');
}
