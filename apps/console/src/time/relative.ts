const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago (or ahead) an instant is: words near now, a date once it is more than a week away. */
export function relative(at: Date, now: Date, language: string): string {
  const distance = at.getTime() - now.getTime();
  const size = Math.abs(distance);
  if (size > 7 * DAY) return dateOf(at, now, language);
  // Hebrew's short forms read like a form: "לפני שע׳ (1)".
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: language === 'he' ? 'long' : 'short' });
  if (size < 45_000) return words.format(0, 'second');
  if (size < 45 * MINUTE) return words.format(Math.round(distance / MINUTE), 'minute');
  if (size < 22 * HOUR) return words.format(Math.round(distance / HOUR), 'hour');
  return words.format(Math.round(distance / DAY), 'day');
}

function dateOf(at: Date, now: Date, language: string): string {
  const sameYear = at.getFullYear() === now.getFullYear();
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) }).format(at);
}

/** The full date and time in a zone, with the zone's name: what a hover over a relative time shows. */
export function absolute(at: Date, language: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'long', ...(timeZone === undefined ? {} : { timeZone }) }).format(at);
}
