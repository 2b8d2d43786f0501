import type { SmsWords } from './sms-words.ts';

export const en: SmsWords = {
  language: 'en',
  reminder: 'A reminder:',
  reply: 'Reply with a number from 0 (certainly not) to 10 (certainly), or answer here: {{answer}} Reply STOP for no more questions.',
  link: 'Answer here: {{answer}} No more questions: {{unsubscribe}}',
  again: 'Sorry, we did not understand. Please reply with one number from 0 to 10, or answer here: {{answer}}',
  why: { ten: 'Thank you! What did you like most?', nine: 'Thank you! Why not 10?', below: 'Thank you. What should we improve?' },
  thanks: 'Thank you. {{brand}} will read what you wrote.',
  help: 'This is {{brand}}. We ask customers how likely they are to recommend us; answering is free of obligation. Reply STOP for no more questions.',
  stopped: 'You will get no more questions from {{brand}} at this number.',
};
