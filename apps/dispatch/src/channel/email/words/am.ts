import type { MailWords } from './mail-words.ts';

export const am: MailWords = {
  language: 'am',
  locale: 'am',
  direction: 'ltr',
  subject: 'ከ{{brand}} አንድ ጥያቄ',
  preview: 'ከ0 እስከ 10 ቁጥር ይምረጡ። ጥቂት ሰከንዶች ብቻ ይወስዳል።',
  greeting: 'ሰላም {{name}}፣',
  greetingWithoutName: 'ሰላም፣',
  question: {
    customers: '«{{brand}}»ን ለጓደኛ ወይም ለሥራ ባልደረባ የመምከር ዕድልዎ ምን ያህል ነው?',
    employees: '«{{brand}}»ን እንደ ሥራ ቦታ ለጓደኛ ወይም ለሥራ ባልደረባ የመምከር ዕድልዎ ምን ያህል ነው?',
    partners: '«{{brand}}»ን እንደ የንግድ አጋር ለጓደኛ ወይም ለሥራ ባልደረባ የመምከር ዕድልዎ ምን ያህል ነው?',
  },
  scale: { 0: 'በፍጹም አልመክርም', 5: 'ምናልባት', 10: 'በእርግጥ እመክራለሁ' },
  instruction: 'ቁጥር ይምረጡ። በሚከፈተው ገጽ ላይ ያረጋግጡታል፤ ምክንያቱንም መጻፍ ይችላሉ።',
  footer: 'ይህ መልእክት የደረሰዎት በ{{date}} ከ{{brand}} ጋር ስለተገናኙ ነው። እስከ {{until}} ድረስ መመለስ ይችላሉ።',
  unsubscribe: 'ከእንግዲህ አትጠይቁኝ',
  page: {
    title: 'ተጨማሪ ጥያቄ የለም',
    question: 'ወደ {{address}} ጥያቄ መላክ እናቁም?',
    button: 'ከእንግዲህ አትጠይቁኝ',
    done: 'ተፈጽሟል። ከእንግዲህ ወደ {{address}} ጥያቄ አንልክም።',
    unknownTitle: 'ይህ አገናኝ አይሠራም',
    unknown: 'ይህን አገናኝ አናውቀውም። እባክዎ ከመልእክቱ ውስጥ በሙሉ እንደገና ይክፈቱት።',
  },
};
