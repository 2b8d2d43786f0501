import type { VoiceWords } from './voice-words.ts';

export const en: VoiceWords = {
  language: 'en',
  locale: 'en-GB',
  opening: 'Hello. This is an automatic call from {{brand}} with one question. It takes less than a minute.',
  reminder: 'We have asked you before, and would still be glad of your answer.',
  optOut: 'If you do not want such calls, press star and then nine.',
  recorded: 'What you say after the tone will be recorded.',
  scale: 'Press a number from 0 to 10, then hash. 0 means certainly not, 5 perhaps, 10 certainly. For ten press one and zero, or just star.',
  notHeard: 'We did not hear a number.',
  notValid: 'That is not a number from 0 to 10.',
  chosen: 'You chose {{score}}.',
  talkNow: 'To talk about it with one of us now, press 1. Otherwise hold the line.',
  talkLater: 'If you want us to call you about it, press 1. Otherwise hold the line.',
  connecting: 'One moment, please. We are putting you through.',
  promised: 'Thank you. One of us will call you.',
  nobodyFree: 'Everybody is busy at the moment. One of us will call you.',
  reason: {
    liked: 'What did you like most?',
    whyNotTen: 'What did you like most, and what was missing for a ten?',
    improve: 'What should be improved?',
  },
  speak: 'Please speak after the tone, and press hash at the end.',
  thanks: 'Thank you for your answer. Goodbye.',
  goodbye: 'We will not keep you any longer. Goodbye.',
  stopped: 'Done. You will get no more such calls. Goodbye.',
  closed: 'Hello. This is an automatic call from {{brand}}. The time to answer our question is over. Thank you, and goodbye.',
};
