/** The language that a script suggests, for answering somebody of whom we know nothing else. */
export function languageOf(text: string): string {
  if (/\p{Script=Hebrew}/u.test(text)) return 'he';
  if (/\p{Script=Ethiopic}/u.test(text)) return 'am';
  if (/\p{Script=Cyrillic}/u.test(text)) return 'ru';
  return /\p{Script=Arabic}/u.test(text) ? 'ar' : 'en';
}
