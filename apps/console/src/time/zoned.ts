/** What a clock in the zone shows at an instant, read as if it were UTC, in ms. */
function clockOf(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

/** When a day begins in a zone. Looked at twice: the first guess may lie on the other side of a change of the clock. */
export function startOfDay(day: string, timeZone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  let at = midnight;
  for (let look = 0; look < 2; look++) at = midnight - (clockOf(at, timeZone) - at);
  return new Date(at);
}
