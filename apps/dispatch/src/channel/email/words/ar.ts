import { ar as asked } from '@candor/survey-words';
import { inMails } from './in-mails.ts';
import type { MailWords } from './mail-words.ts';

export const ar: MailWords = {
  ...inMails(asked),
  locale: 'ar',
  subject: 'سؤال واحد من {{brand}}',
  reminder: {
    subject: 'تذكير: سؤال واحد من {{brand}}',
    opening: 'سألناك سؤالًا واحدًا، ويسعدنا أن تجيب عنه. وإن كنت لا ترغب في ذلك فلا حاجة إلى فعل أي شيء.',
  },
  preview: 'اختر رقمًا من 0 إلى 10. لن يستغرق الأمر سوى ثوانٍ.',
  greeting: 'مرحبًا {{name}}،',
  greetingWithoutName: 'مرحبًا،',
  instruction: 'اختر رقمًا. في الصفحة التي ستُفتح تؤكّده، ويمكنك أن تكتب السبب.',
  footer: 'وصلتك هذه الرسالة لأنك تعاملت مع {{brand}} في {{date}}. يمكنك الإجابة حتى {{until}}.',
  unsubscribe: 'لا تسألوني مرة أخرى',
  page: {
    title: 'لا مزيد من الأسئلة',
    question: 'هل نتوقف عن إرسال الأسئلة إلى {{address}}؟',
    button: 'لا تسألوني مرة أخرى',
    done: 'تم. لن نرسل أسئلة إلى {{address}} بعد الآن.',
    unknownTitle: 'هذا الرابط لا يعمل',
    unknown: 'لا نعرف هذا الرابط. يرجى فتحه من الرسالة مرة أخرى كاملًا.',
  },
};
