import { plain } from './plain.ts';

/** As compared: see `keyOf`. */
const STOP = [
  'stop', 'stopall', 'stop all', 'quit', 'end', 'revoke', 'opt out', 'optout', 'cancel', 'unsubscribe', 'remove', 'remove me', 'arret',
  'הסר', 'הסרה', 'הסירו', 'הסר אותי', 'הסירו אותי', 'הפסק', 'הפסיקו', 'תפסיקו', 'עצור', 'עצרו', 'בטל', 'ביטול', 'די', 'לא לשלוח',
  'አቁም', 'አቁሙ', 'አቁሚ', 'ይቁም', 'ሰርዝ', 'ሰርዙ', 'አስወግድ', 'አስወግዱኝ',
  'стоп', 'отписка', 'отписаться', 'отпишите', 'отпишите меня', 'отмена', 'отменить', 'отказ', 'отказаться', 'хватит', 'прекратите', 'прекратить', 'удалить', 'удалите',
  'إلغاء', 'الغاء', 'إلغاء الاشتراك', 'الغ', 'قف', 'توقف', 'أوقف', 'أوقفوا', 'إيقاف', 'وقف', 'كفى', 'احذف', 'احذفوني',
];
const HELP = ['help', 'info', 'who', 'who is this', 'עזרה', 'מידע', 'מי זה', 'מי אתם', 'እርዳታ', 'መረጃ', 'ማነው', 'помощь', 'справка', 'инфо', 'кто это', 'مساعدة', 'معلومات', 'من انتم', 'من هذا'];
/** What may stand around them without changing the meaning. */
const POLITE = /\b(?:please|pls|now|it|this|these|the|messages?|texts?|texting|sms|me|us|thanks|thank you)\b|בבקשה|תודה|הודעות|እባክ(?:ዎ|ህ|ሽ|ችሁ)?|пожалуйста|смс|сообщения|من فضلك|رجاء|الرسائل/giu;

const stopKeys = new Set(STOP.map(keyOf));
const helpKeys = new Set(HELP.map(keyOf));

/** Without case, accents, vowel points, the forms of one Arabic letter, and everything that is no letter. */
function keyOf(text: string): string {
  return plain(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ـ/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * Whether a message means one of the words that stand above everything else that could be read into it: the law does not ask for the right form (domain 9.3). A sentence that merely
 * contains one is an answer.
 */
export function keyWordIn(text: string): 'stop' | 'help' | undefined {
  const key = keyOf(text);
  const bare = keyOf(text.replace(POLITE, ' '));
  if (stopKeys.has(key) || stopKeys.has(bare)) return 'stop';
  return helpKeys.has(key) || helpKeys.has(bare) ? 'help' : undefined;
}
