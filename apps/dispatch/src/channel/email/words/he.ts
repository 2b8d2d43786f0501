import { he as asked } from '@candor/survey-words';
import { inMails } from './in-mails.ts';
import type { MailWords } from './mail-words.ts';

export const he: MailWords = {
  ...inMails(asked),
  locale: 'he',
  subject: 'שאלה אחת מאת {{brand}}',
  reminder: {
    subject: 'תזכורת: שאלה אחת מאת {{brand}}',
    opening: 'שאלנו אתכם שאלה אחת, ועדיין נשמח לתשובה. אם אינכם מעוניינים, אין צורך לעשות דבר.',
  },
  preview: 'בוחרים מספר מ־0 עד 10. זה לוקח כמה שניות.',
  greeting: 'שלום {{name}},',
  greetingWithoutName: 'שלום,',
  instruction: 'בחרו מספר. בדף שייפתח תאשרו אותו, ותוכלו גם לכתוב למה.',
  footer: 'ההודעה נשלחה אליכם כי הייתם בקשר עם {{brand}} ב־{{date}}. אפשר לענות עד {{until}}.',
  unsubscribe: 'לא לשאול אותי יותר',
  page: {
    title: 'בלי שאלות נוספות',
    question: 'להפסיק לשלוח שאלות אל {{address}}?',
    button: 'לא לשאול אותי יותר',
    done: 'בוצע. לא נשלח עוד שאלות אל {{address}}.',
    unknownTitle: 'הקישור אינו פעיל',
    unknown: 'איננו מכירים את הקישור הזה. פתחו אותו שוב מתוך ההודעה, במלואו.',
  },
};
