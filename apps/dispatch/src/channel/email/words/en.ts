import { en as asked } from '@candor/survey-words';
import { inMails } from './in-mails.ts';
import type { MailWords } from './mail-words.ts';

export const en: MailWords = {
  ...inMails(asked),
  locale: 'en-GB',
  subject: 'One question from {{brand}}',
  reminder: {
    subject: 'A reminder: one question from {{brand}}',
    opening: 'we asked you one question, and would still be glad of your answer. If you would rather not, there is no need to do anything.',
  },
  preview: 'Choose a number from 0 to 10. It takes a few seconds.',
  greeting: 'Hello {{name}},',
  greetingWithoutName: 'Hello,',
  instruction: 'Choose a number. On the page that opens you confirm it, and can say why.',
  footer: 'You receive this message because you were in contact with {{brand}} on {{date}}. It can be answered until {{until}}.',
  unsubscribe: 'Do not ask me again',
  page: {
    title: 'No more questions',
    question: 'Shall we stop sending questions to {{address}}?',
    button: 'Do not ask me again',
    done: 'Done. We will not send questions to {{address}} any more.',
    unknownTitle: 'This link does not work',
    unknown: 'We do not know this link. Please open it from the message once more, in full.',
  },
};
