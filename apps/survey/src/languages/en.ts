import { en as asked } from '@candor/survey-words';
import type { Messages } from './messages.ts';

export const en: Messages = {
  ...asked,
  name: 'English',
  languages: 'Languages',
  title: 'Your opinion of {company}',
  send: 'Send my answer',
  counted: 'Your answer, {score} out of 10, has been counted.',
  thanks: 'Thank you',
  why: {
    ten: 'Why this score? What did you like most?',
    nine: 'Why this score? What did you like most, and why not 10?',
    rest: 'Why this score? What should be improved?',
  },
  fate: 'Optional. People at {company} read what you write. Those who look after customers can see who wrote it; the person who served you cannot, unless you agree.',
  fateAnonymous: 'Optional. People at {company} read what you write, but not who wrote it.',
  mayContact: 'May we contact you about your answer?',
  maySeeName: 'May the person who served you see your name?',
  yes: 'Yes',
  no: 'No',
  sendWords: 'Send',
  wordsKept: 'This is what you told us:',
  changeScore: 'Change my score',
  changeWords: 'Change what I wrote',
  changeUntil: 'You can change your answer until {date}.',
  lockedByStaff: 'Somebody is already looking into your answer, so the score can no longer be changed. You can still tell us more.',
  windowOver: 'The time to change this answer is over.',
  error: {
    scoreMissing: 'Choose a number from 0 to 10, then send your answer.',
    scoreInvalid: 'The score must be a whole number from 0 to 10.',
    wordsTooLong: 'That is too long. Please use at most 10,000 characters.',
    offline: 'Your answer could not be sent. Nothing is lost: check your connection and send it again.',
  },
  notice: {
    unknown: { title: 'We do not know this link', text: 'It may have been cut short on its way. Please open it again from the message you received.' },
    expired: { title: 'This link has expired', text: 'The time to answer is over. Thank you for wanting to tell us.' },
    unavailable: { title: 'Please try again in a minute', text: 'We cannot open this page just now. Your link stays valid.' },
    erased: { title: 'This answer has been erased', text: 'It was deleted on request and no longer counts.' },
  },
};
