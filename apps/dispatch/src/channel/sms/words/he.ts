import type { SmsWords } from './sms-words.ts';

export const he: SmsWords = {
  language: 'he',
  reminder: 'תזכורת:',
  reply: 'השיבו במספר מ־0 (בוודאות לא) עד 10 (בוודאות כן), או כאן: {{answer}} להסרה השיבו הסר.',
  link: 'לתשובה: {{answer}} להסרה: {{unsubscribe}}',
  again: 'לא הבנו. השיבו במספר אחד מ־0 עד 10, או כאן: {{answer}}',
  why: { ten: 'תודה! מה אהבתם יותר מכול?', nine: 'תודה! למה לא 10?', below: 'תודה. מה כדאי שנשפר?' },
  thanks: 'תודה. ב־{{brand}} יקראו את מה שכתבתם.',
  help: 'כאן {{brand}}. אנו שואלים לקוחות עד כמה סביר שימליצו עלינו. אין חובה לענות. להסרה השיבו הסר.',
  stopped: 'לא נשלח עוד שאלות מאת {{brand}} למספר הזה.',
};
