import { wordsFor } from '../email/words/index.ts';
import { countSegments } from './segments.ts';
import { answerText, canReceive, questionText, type AnswerKind, type SmsSubject } from './text.ts';
import { ALL_SMS_WORDS, smsWordsFor } from './words/index.ts';

const subject: SmsSubject = { language: 'en', audience: 'customers', brand: 'Alon Bank', token: '7n42DGM5Tflk' };
const url = 'https://ask.example.com';
const languages = ALL_SMS_WORDS.map(({ language }) => language);

describe('the question by text message', () => {
  it.each(languages)('in %s is that of the mail, with the way to answer and to be left alone, in few segments', (language) => {
    const text = questionText({ ...subject, language }, url, '+972501234567');
    expect(text.startsWith(wordsFor(language).question.customers.replace('{{brand}}', 'Alon Bank'))).toBe(true);
    expect(text).toContain(`${url}/r/7n42DGM5Tflk`);
    expect(text).not.toContain('{{');
    expect(countSegments(text).count).toBeLessThanOrEqual(4);
  });

  it('names the reminder that its link stands in', () => {
    expect(questionText({ ...subject, reminder: 1 }, url, 'AlonBank')).toContain(`${url}/r/7n42DGM5Tflk?m=1 `);
  });

  it.each(languages)('in %s offers links where the sender cannot receive', (language) => {
    const text = questionText({ ...subject, language }, url, 'AlonBank');
    expect(text).toContain(`${url}/r/7n42DGM5Tflk`);
    expect(text).toContain(`${url}/u/7n42DGM5Tflk`);
    expect(text).not.toMatch(/\b0\b/);
  });

  it('asks employees and partners what they are asked by mail', () => {
    expect(questionText({ ...subject, audience: 'employees' }, url, '+1')).toContain('place to work');
  });

  it('is not turned around by a brand with marks of direction in it', () => {
    expect(questionText({ ...subject, brand: '\u202eAlon\u200f\n Bank' }, url, '+1')).toContain('recommend Alon Bank to');
  });
});

describe('what we answer', () => {
  const kinds: AnswerKind[] = ['again', 'why-ten', 'why-nine', 'why-below', 'thanks', 'help', 'stopped'];
  it.each(languages)('in %s has no holes', (language) => {
    for (const kind of kinds) expect(answerText(kind, { ...subject, language }, url)).not.toMatch(/\{\{|undefined/);
    expect(answerText('help', { ...subject, language }, url)).toContain('Alon Bank');
  });
  it('is English where we have no words, and Hebrew under its old code', () => expect([smsWordsFor('sw').language, smsWordsFor('iw-IL').language]).toEqual(['en', 'he']));
});

it.each([['+972501234567', true], ['15005550006', true], ['54321', true], ['AlonBank', false], ['4 Bank', false], ['12', false]])('%s can receive: %s', (sender, can) => expect(canReceive(sender)).toBe(can));
