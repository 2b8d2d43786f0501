/** The local day at a moment, `YYYY-MM-DD`, where it is latest among these time zones (IANA); of none, by UTC. */
export function latestDay(now: Date, zones: Iterable<string>): string {
  const days = [...new Set(zones)].map((timeZone) => localDay(now, timeZone));
  return days.length === 0 ? localDay(now, 'UTC') : days.reduce((a, b) => (a > b ? a : b));
}

function localDay(now: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, calendar: 'iso8601', year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(now);
  const part = (type: string): string => parts.find((one) => one.type === type)!.value;
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}
