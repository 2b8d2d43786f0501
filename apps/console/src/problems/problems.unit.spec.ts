import { problemFrom } from '../api/problem.ts';
import { en } from '../i18n/en/index.ts';
import { switchCatalogue } from '../i18n/i18n.ts';
import { inWords } from './sentences.ts';

const bare = (text: string | undefined): string | undefined => text?.replace(/[\u2066-\u2069]/g, '');
const claimed = problemFrom(409, { code: 'CASE.ALREADY_CLAIMED', title: 'Somebody else has this task', detail: 'The task is with Dana Levi.' });
const invalid = problemFrom(400, { code: 'INPUT.INVALID', title: 'The request is not valid', detail: 'name: is required', errors: [{ field: 'name', message: 'is required' }, { field: 'sample', message: 'Too big: expected number to be <=1' }] });

describe('in Hebrew', () => {
  beforeAll(() => switchCatalogue('he'));

  test('what is refused is said by its code, and the sentence that names who keeps the name', () => {
    expect(claimed.message).toBe('הפנייה כבר אצל מישהו אחר');
    expect(bare(claimed.detail)).toBe('הפנייה אצל Dana Levi.');
  });
  test('the fields of a form are told in words', () => {
    expect(invalid.of('name')).toBe('שדה חובה');
    expect(bare(invalid.of('sample'))).toBe('צריך להיות לכל היותר 1');
  });
  test('a code that is not known is said by its status, and a sentence that is not known stays as it came', () => {
    expect(problemFrom(404, { code: 'THING.UNKNOWN', title: 'There is no such thing', detail: 'thing "x" is not known' })).toMatchObject({ message: 'לא נמצא' });
    const news = problemFrom(409, { code: 'NEWS.NEVER_HEARD', title: 'Never heard of', detail: 'A sentence of tomorrow', errors: [{ field: 'a', message: 'must shine' }] });
    expect(news).toMatchObject({ message: 'Never heard of', detail: 'A sentence of tomorrow', errors: [{ field: 'a', message: 'must shine' }] });
  });
  test('that nothing answers is said', () => expect(problemFrom(0, {}).message).toBe('אין חיבור'));
  test('a field deep in a body keeps its words when its form looks for it', () => {
    expect(problemFrom(400, { code: 'INPUT.INVALID', errors: [{ field: 'policy.name', message: 'is required' }] }).within('policy').of('name')).toBe('שדה חובה');
  });
});

describe('in English', () => {
  beforeAll(() => switchCatalogue('en'));

  test('a problem follows the language of the reader, and keeps what the server wrote where that is all there is', () => {
    expect([claimed.message, claimed.detail]).toEqual(['Somebody else has this case', 'The task is with Dana Levi.']);
    expect(invalid.of('sample')).toBe('must be at most 1');
  });
  test('every sentence that is known is found again as itself, not as another that is less exact', () => {
    expect(Object.values(en.sentence).filter((sentence) => inWords(sentence.replace(/\{\{(\w+)\}\}/g, 'x')) !== sentence.replace(/\{\{(\w+)\}\}/g, 'x'))).toEqual([]);
  });
});
