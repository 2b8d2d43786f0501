import { en } from '../i18n/en/index.ts';
import { textOf } from './text.ts';

type Sentence = keyof typeof en.sentence;

/** Sentences that are said otherwise to programs than to people. */
const ELSEWHERE: readonly [Sentence, string][] = [
  ['laterThan', 'must be later than {{field}}'], ['differFrom', 'must differ from "{{field}}"'], ['noRepeat', 'must not repeat a {{what}}'],
  ['number', 'expected number, received {{what}}'], ['text', 'expected string, received {{what}}'], ['wholeNumber', 'expected int, received {{what}}'],
  ['lettersAtLeast', 'Too small: expected string to have >={{least}} characters'], ['lettersAtMost', 'Too big: expected string to have <={{most}} characters'],
  ['someAtLeast', 'Too small: expected array to have >={{least}} items'], ['someAtMost', 'Too big: expected array to have <={{most}} items'],
  ['atLeast', 'Too small: expected {{what}} to be >={{least}}'], ['atMost', 'Too big: expected {{what}} to be <={{most}}'], ['above', 'Too small: expected {{what}} to be >{{least}}'], ['below', 'Too big: expected {{what}} to be <{{most}}'],
  ['oneOf', 'Invalid option: expected one of {{values}}'], ['email', 'Invalid email address'], ['form', 'Invalid string: must match pattern {{pattern}}'], ['form', 'Invalid {{what}}'],
];

/** What an answer says in English, as the text of our catalogue that it is: the catalogue is the list of sentences that are known. */
const KNOWN: readonly { sentence: Sentence; pattern: RegExp }[] = [...(Object.entries(en.sentence) as [Sentence, string][]), ...ELSEWHERE]
  .map(([sentence, text]) => ({ sentence, pattern: patternOf(text) }))
  // What has fewer places to fill is the more exact.
  .sort((a, b) => places(a.pattern) - places(b.pattern));

/** A sentence of an answer in the reader's language; one that is not known stays as it is. */
export function inWords(said: string): string {
  for (const { sentence, pattern } of KNOWN) {
    const found = pattern.exec(said);
    if (found) return textOf(`sentence.${sentence}`, found.groups) ?? said;
  }
  return said;
}

function patternOf(text: string): RegExp {
  const parts = text.split(/\{\{(\w+)\}\}/).map((part, index) => (index % 2 === 1 ? `(?<${part}>.+?)` : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  return new RegExp(`^${parts.join('')}$`, 's');
}

function places({ source }: RegExp): number {
  return source.split('(?<').length - 1;
}
