const formats = new Map<string, Intl.DateTimeFormat>();

/** A day in words, such as `23 November 2026`, in the zone of the unit. To make a format takes longer than all else in a mail: there are few, and they are kept. */
export function dayInWords(at: Date, locale: string, timeZone: string): string {
  const key = `${locale} ${timeZone}`;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', day: 'numeric', timeZone, numberingSystem: 'latn', calendar: 'gregory' })));
  return format.format(at);
}
