import { LANGUAGES, messagesFor, messagesForHeader } from './choose.ts';
import { en } from './en.ts';

/** Every text of a catalogue with its address, for example `error.offline`. */
const texts = (value: unknown, path = ''): [string, string][] =>
  typeof value === 'string' ? [[path, value]] : Object.entries(value as object).flatMap(([name, inner]) => texts(inner, path ? `${path}.${name}` : name));
const placesOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('the catalogues', () => {
  it.each(LANGUAGES.map((messages) => [messages.tag, messages] as const))('of %s say everything that English says, with the same places to fill in', (_tag, messages) => {
    const own = new Map(texts(messages));
    for (const [path, text] of texts(en)) {
      expect(own.get(path)).toBeTruthy();
      expect([path, placesOf(own.get(path)!)]).toEqual([path, placesOf(text)]);
    }
    expect(own.size).toBe(texts(en).length);
  });

  it.each(LANGUAGES.filter(({ tag }) => tag !== 'en').map((messages) => [messages.tag, messages] as const))('of %s leave nothing in English', (_tag, messages) => {
    const english = new Map(texts(en));
    const same = texts(messages).filter(([path, text]) => path !== 'direction' && english.get(path) === text);
    expect(same).toEqual([]);
  });

  it('are found by any tag of their language, also an old one', () => {
    expect([messagesFor('he-IL')?.tag, messagesFor('IW')?.tag, messagesFor('am')?.tag, messagesFor('xx'), messagesFor(undefined)]).toEqual(['he', 'he', 'am', undefined, undefined]);
  });

  it.each([
    ['de-DE, ru;q=0.8, he;q=0.9', 'he'],
    ['fr, de', 'en'],
    ['he;q=0, ru;q=0.1', 'ru'],
    ['', 'en'],
    [undefined, 'en'],
    [`${'x,'.repeat(10_000)}`, 'en'],
  ])('are chosen by what the browser prefers: %.20s', (header, tag) => expect(messagesForHeader(header).tag).toBe(tag));
});
