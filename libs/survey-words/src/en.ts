import type { AskedWords } from './asked-words.ts';

export const en: AskedWords = {
  tag: 'en',
  direction: 'ltr',
  question: {
    customers: 'How likely are you to recommend {company} to a friend or colleague?',
    employees: 'How likely are you to recommend {company} as a place to work to a friend or colleague?',
    partners: 'How likely are you to recommend {company} as a business partner to a friend or colleague?',
  },
  low: 'certainly not',
  middle: 'perhaps',
  high: 'certainly',
};
