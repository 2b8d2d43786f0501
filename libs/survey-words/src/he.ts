import type { AskedWords } from './asked-words.ts';

export const he: AskedWords = {
  tag: 'he',
  direction: 'rtl',
  question: {
    customers: 'עד כמה סביר שתמליצו על {company} לחבר או לעמית?',
    employees: 'עד כמה סביר שתמליצו לחבר או לעמית על {company} כמקום עבודה?',
    partners: 'עד כמה סביר שתמליצו לחבר או לעמית על {company} כשותף עסקי?',
  },
  low: 'בוודאות לא',
  middle: 'אולי',
  high: 'בוודאות כן',
};
