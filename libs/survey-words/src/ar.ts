import type { AskedWords } from './asked-words.ts';

export const ar: AskedWords = {
  tag: 'ar',
  direction: 'rtl',
  question: {
    customers: 'ما مدى احتمال أن توصوا صديقًا أو زميلًا بالتعامل مع {company}؟',
    employees: 'ما مدى احتمال أن توصوا صديقًا أو زميلًا بالعمل لدى {company}؟',
    partners: 'ما مدى احتمال أن توصوا صديقًا أو زميلًا باتخاذ {company} شريكًا تجاريًا؟',
  },
  low: 'بالتأكيد لا',
  middle: 'ربما',
  high: 'بالتأكيد نعم',
};
