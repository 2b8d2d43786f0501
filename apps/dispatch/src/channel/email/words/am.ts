import { am as asked } from '@candor/survey-words';
import { inMails } from './in-mails.ts';
import type { MailWords } from './mail-words.ts';

export const am: MailWords = {
  ...inMails(asked),
  locale: 'am',
  subject: 'ከ{{brand}} አንድ ጥያቄ',
  reminder: {
    subject: 'ማስታወሻ፦ ከ{{brand}} አንድ ጥያቄ',
    opening: 'አንድ ጥያቄ ጠይቀንዎት ነበር፤ አሁንም መልስዎን ብናገኝ ደስ ይለናል። መመለስ ካልፈለጉ ምንም ማድረግ አያስፈልግዎትም።',
  },
  preview: 'ከ0 እስከ 10 ቁጥር ይምረጡ። ጥቂት ሰከንዶች ብቻ ይወስዳል።',
  greeting: 'ሰላም {{name}}፣',
  greetingWithoutName: 'ሰላም፣',
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
