/** Old and variant codes that mail programs and CRMs still send. */
const ALIASES: Readonly<Record<string, string>> = { iw: 'he' };

/** The language of a tag, whatever its region or script: `he` for `he-IL` and `iw`. */
export function languageOf(tag: string): string {
  const primary = tag.toLowerCase().split('-')[0]!;
  return ALIASES[primary] ?? primary;
}
