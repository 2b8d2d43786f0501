import { fill } from '../email/fill.ts';
import { wordsFor, type Audience } from '../email/words/index.ts';
import type { Spoken } from './twiml.ts';
import { voiceWordsFor, type Prompt, type VoiceWords } from './words/index.ts';

/** How prompts reach the ear. */
export interface Speech {
  /** Where recorded prompts lie, with places for `{language}` and `{prompt}`; null: all are spoken by a machine. */
  recordedAt: string | null;
  /** Languages that were recorded. */
  recorded: ReadonlySet<string>;
  /** By language: the name by which the provider knows a voice. Its own choice for the language where none is given. */
  voices: Readonly<Record<string, string>>;
}

export const MACHINE_SPEECH: Speech = { recordedAt: null, recorded: new Set(), voices: {} };

/**
 * Says prompts in one language, or plays them where the enterprise recorded them. What holds a value (a name, a number) is recorded with it: the opening names its one
 * brand, and the score is played from a file of its own (`chosen-7`).
 */
export function speaker(language: string, brand: string, speech: Speech): (prompt: Prompt, score?: number) => Spoken {
  const words = voiceWordsFor(language);
  const values = { brand: brand.replace(/\s+/g, ' ').trim() };
  const { recordedAt, recorded, voices } = speech;
  return (prompt, score) => {
    if (recordedAt !== null && recorded.has(words.language)) {
      const file = score === undefined ? prompt : `${prompt}-${score}`;
      return { verb: 'Play', url: recordedAt.replaceAll('{language}', words.language).replaceAll('{prompt}', file) };
    }
    return { verb: 'Say', language: words.locale, voice: voices[words.language], text: fill(textOf(words, prompt), { ...values, score: String(score ?? '') }) };
  };
}

function textOf(words: VoiceWords, prompt: Prompt): string {
  if (prompt.startsWith('question-')) return wordsFor(words.language).question[prompt.slice('question-'.length) as Audience];
  if (prompt in words.reason) return words.reason[prompt as keyof VoiceWords['reason']];
  return words[prompt as Exclude<Prompt, keyof VoiceWords['reason'] | `question-${Audience}`>];
}
