import type { AskedWords } from './asked-words.ts';

export const ru: AskedWords = {
  tag: 'ru',
  direction: 'ltr',
  question: {
    customers: 'Насколько вероятно, что вы порекомендуете компанию «{company}» другу или коллеге?',
    employees: 'Насколько вероятно, что вы порекомендуете компанию «{company}» как место работы другу или коллеге?',
    partners: 'Насколько вероятно, что вы порекомендуете компанию «{company}» как делового партнёра другу или коллеге?',
  },
  low: 'точно нет',
  middle: 'возможно',
  high: 'точно да',
};
