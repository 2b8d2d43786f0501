/** Units that people give times in, with their seconds, the largest first. */
export const UNITS = { weeks: 604_800, days: 86_400, hours: 3600, minutes: 60, seconds: 1 } as const;
export type Unit = keyof typeof UNITS;
export const UNIT_NAMES = Object.keys(UNITS) as Unit[];

export interface Amount {
  /** Text while it is being typed. */
  readonly amount: number | string;
  readonly unit: Unit;
}

const PATTERN = /^P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const LETTERS: Record<Unit, string> = { weeks: 'W', days: 'D', hours: 'H', minutes: 'M', seconds: 'S' };

/** One number with the unit that its smallest part has: `PT1H30M` is 90 minutes. Null for what is no duration. */
export function amountOf(iso: string): Amount | null {
  const parts = PATTERN.exec(iso)?.slice(1);
  if (!parts) return null;
  const given = parts.map((part) => Number(part ?? 0));
  const smallest = given.findLastIndex((part) => part > 0);
  // Whoever goes on from nothing seldom wants seconds.
  if (smallest < 0) return { amount: 0, unit: 'hours' };
  const seconds = given.reduce((sum, part, index) => sum + part * UNITS[UNIT_NAMES[index] ?? 'seconds'], 0);
  const unit = UNIT_NAMES[smallest] ?? 'seconds';
  return { amount: seconds / UNITS[unit], unit };
}

/** As the catalogue takes it; without a number it is empty, which the catalogue refuses by name. */
export function durationOf({ amount, unit }: Amount): string {
  if (amount === '' || !Number.isInteger(Number(amount)) || Number(amount) < 0) return '';
  return `P${unit === 'weeks' || unit === 'days' ? '' : 'T'}${amount}${LETTERS[unit]}`;
}
