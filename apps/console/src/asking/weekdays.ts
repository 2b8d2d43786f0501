/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 24 * 3600 * 1000;

/** The days of the week in the order in which people of the language read them, Monday being 1 and Sunday 7. */
export function weekdays(language: string): { day: number; name: string }[] {
  const names = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  const first = firstDayOf(language);
  return Array.from({ length: 7 }, (_, i) => ((first - 1 + i) % 7) + 1).map((day) => ({ day, name: names.format(MONDAY + (day - 1) * DAY_MS) }));
}

/** Browsers that do not know begin on Monday, as ISO 8601 does. */
function firstDayOf(language: string): number {
  const locale = new Intl.Locale(language) as Intl.Locale & { getWeekInfo?: () => { firstDay: number }; weekInfo?: { firstDay: number } };
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1;
}
