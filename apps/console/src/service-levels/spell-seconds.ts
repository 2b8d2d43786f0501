const STEPS = [[1, 'millisecond', 1000], [60, 'second', 1], [3600, 'minute', 1 / 60], [172_800, 'hour', 1 / 3600], [Infinity, 'day', 1 / 86_400]] as const;

/** A length of time in its largest suitable unit: `240 ms`, `1.2 sec`, `3.4 hr`. */
export function spellSeconds(seconds: number, language: string): string {
  const [, unit, factor] = STEPS.find(([below]) => seconds < below)!;
  const value = seconds * factor;
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: value < 10 && unit !== 'millisecond' ? 1 : 0 }).format(value);
}
