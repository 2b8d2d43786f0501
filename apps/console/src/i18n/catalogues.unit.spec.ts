import { en } from './en/index.ts';
import { he } from './he/index.ts';
import { chooseLanguage } from './languages.ts';

type Texts = { readonly [key: string]: string | Texts };
const PLURAL = /_(zero|one|two|few|many|other)$/;

const flat = (texts: Texts, path = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, text]) => (typeof text === 'string' ? [[`${path}${key}`, text]] : flat(text, `${path}${key}.`)));
const english = new Map(flat(en));
const variables = (text: string): string[] => [...new Set([...text.matchAll(/\{\{(\w+)\}\}|<(\w+)>/g)].map((match) => match[1] ?? match[2] ?? ''))].sort();

describe.each([['he', he as Texts]])('the catalogue %s', (language, texts) => {
  const translated = new Map(flat(texts));
  const bases = (map: Map<string, string>): string[] => [...new Set([...map.keys()].map((key) => key.replace(PLURAL, '')))].sort();

  test('has every text of English and no other', () => expect(bases(translated)).toEqual(bases(english)));
  test('has every plural form of its language', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const plural = [...english.keys()].filter((key) => key.endsWith('_other')).map((key) => key.replace(PLURAL, ''));
    expect(plural.length).toBeGreaterThan(0);
    expect(plural.flatMap((key) => forms.filter((form) => !translated.has(`${key}_${form}`)).map((form) => `${key}_${form}`))).toEqual([]);
  });
  test('says the same variables in each text', () => {
    const differing = [...translated].filter(([key, text]) => {
      const original = english.get(key) ?? english.get(key.replace(PLURAL, '_other')) ?? '';
      return variables(text).some((name) => !variables(original).includes(name)) || (!PLURAL.test(key) && variables(text).length !== variables(original).length);
    });
    expect(differing).toEqual([]);
  });
  test('leaves no text empty', () => expect([...translated].filter(([, text]) => text.trim() === '')).toEqual([]));
});

test('the language is the one chosen before, else the first of the browser that there is, else English', () => {
  expect(chooseLanguage('he', ['en-US'])).toBe('he');
  expect(chooseLanguage(null, ['fr-FR', 'he-IL', 'en'])).toBe('he');
  expect(chooseLanguage('xx', ['iw'])).toBe('he');
  expect(chooseLanguage(null, ['fr'])).toBe('en');
});
