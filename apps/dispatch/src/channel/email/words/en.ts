import type { MailWords } from './mail-words.ts';

export const en: MailWords = {
  language: 'en',
  locale: 'en-GB',
  direction: 'ltr',
  subject: 'One question from {{brand}}',
  preview: 'Choose a number from 0 to 10. It takes a few seconds.',
  greeting: 'Hello {{name}},',
  greetingWithoutName: 'Hello,',
  question: {
    customers: 'How likely are you to recommend {{brand}} to a friend or colleague?',
    employees: 'How likely are you to recommend {{brand}} as a place to work to a friend or colleague?',
    partners: 'How likely are you to recommend {{brand}} as a business partner to a friend or colleague?',
  },
  scale: { 0: 'certainly not', 5: 'perhaps', 10: 'certainly' },
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
