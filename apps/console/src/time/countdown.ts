export interface Countdown {
  /** Past its deadline: the distance is how late. */
  readonly late: boolean;
  /** Less than an hour left, or late. */
  readonly urgent: boolean;
  /** Time to the deadline, or since it, in at most two units: `3d 4h`, `2h 10m`, `8m`. */
  readonly distance: string;
}

/** Time left to a deadline, in the short words of a language. */
export function countdown(dueAt: Date, now: Date, language: string): Countdown {
  const left = dueAt.getTime() - now.getTime();
  const minutes = Math.floor(Math.abs(left) / 60_000);
  return { late: left < 0, urgent: left < 3_600_000, distance: distance(minutes, language) };
}

function distance(minutes: number, language: string): string {
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const rest = minutes % 60;
  const unit = (value: number, name: 'day' | 'hour' | 'minute'): string =>
    new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'narrow' }).format(value);
  if (days > 0) return hours === 0 || days > 6 ? unit(days, 'day') : `${unit(days, 'day')} ${unit(hours, 'hour')}`;
  if (hours > 0) return rest === 0 || hours > 11 ? unit(hours, 'hour') : `${unit(hours, 'hour')} ${unit(rest, 'minute')}`;
  return unit(rest, 'minute');
}
