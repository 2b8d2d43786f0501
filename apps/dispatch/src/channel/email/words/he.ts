import type { MailWords } from './mail-words.ts';

export const he: MailWords = {
  language: 'he',
  locale: 'he',
  direction: 'rtl',
  subject: 'שאלה אחת מאת {{brand}}',
  preview: 'בוחרים מספר מ־0 עד 10. זה לוקח כמה שניות.',
  greeting: 'שלום {{name}},',
  greetingWithoutName: 'שלום,',
  question: {
    customers: 'עד כמה סביר שתמליצו על {{brand}} לחבר או לעמית?',
    employees: 'עד כמה סביר שתמליצו לחבר או לעמית על {{brand}} כמקום עבודה?',
    partners: 'עד כמה סביר שתמליצו לחבר או לעמית על {{brand}} כשותף עסקי?',
  },
  scale: { 0: 'בוודאות לא', 5: 'אולי', 10: 'בוודאות כן' },
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
