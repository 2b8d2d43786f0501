import type { AskedWords } from './asked-words.ts';

export const am: AskedWords = {
  tag: 'am',
  direction: 'ltr',
  question: {
    customers: '«{company}»ን ለጓደኛ ወይም ለሥራ ባልደረባ የመምከር ዕድልዎ ምን ያህል ነው?',
    employees: '«{company}»ን እንደ ሥራ ቦታ ለጓደኛ ወይም ለሥራ ባልደረባ የመምከር ዕድልዎ ምን ያህል ነው?',
    partners: '«{company}»ን እንደ የንግድ አጋር ለጓደኛ ወይም ለሥራ ባልደረባ የመምከር ዕድልዎ ምን ያህል ነው?',
  },
  low: 'በፍጹም አልመክርም',
  middle: 'ምናልባት',
  high: 'በእርግጥ እመክራለሁ',
};
