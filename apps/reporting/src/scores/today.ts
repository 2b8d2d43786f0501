/** The local day at a moment, `YYYY-MM-DD`, where it is latest among these time zones (IANA); of none, by UTC. */
export const latestDay = (now: Date, zones: Iterable<string>): string => days(now, zones).at(-1)!;

/** The same where it is earliest: what is over there is over everywhere. */
export const earliestDay = (now: Date, zones: Iterable<string>): string => days(now, zones)[0]!;

function days(now: Date, zones: Iterable<string>): string[] {
  const known = [...new Set(zones)];
  return (known.length > 0 ? known : ['UTC']).map((timeZone) => localDay(now, timeZone)).sort();
}

function localDay(now: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, calendar: 'iso8601', year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(now);
  const part = (type: string): string => parts.find((one) => one.type === type)!.value;
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}
