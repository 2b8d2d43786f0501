import { z } from 'zod';
import { parseTalkHours } from './talk-hours.ts';

const number = z.string().regex(/^\+[1-9]\d{6,14}$/, 'must be a number in E.164, such as +97233700100');
const list = z.string().default('').transform((text) => text.split(',').map((one) => one.trim()).filter((one) => one !== ''));

/** The variables of calls. Without an account and a number to call from there are none. */
export const voiceVariables = {
  /** What the called see, and call back. */
  VOICE_FROM: number.optional(),
  /** Calls per second and instance. */
  VOICE_RATE: z.coerce.number().positive().max(100).default(1),
  /** Who talks to detractors that ask for it. */
  VOICE_TALK_TO: number.optional(),
  /** When, in the time zone of the business unit: `Sun-Thu 09:00-17:00`. */
  VOICE_TALK_HOURS: z.string().default('Mon-Fri 09:00-17:00').transform((text, context) => {
    const hours = parseTalkHours(text);
    if (!hours) context.addIssue({ code: 'custom', message: 'must look like Sun-Thu 09:00-17:00' });
    return hours ?? z.NEVER;
  }),
  /** Whether the provider writes down what was said. */
  VOICE_TRANSCRIBE: z.enum(['on', 'off']).default('off').transform((text) => text === 'on'),
  /** Public address of recorded prompts, with the places `{language}` and `{prompt}`. */
  VOICE_PROMPTS_URL: z.string().regex(/^https?:\/\/.*\{prompt\}/, 'must be an address with the place {prompt}').optional(),
  /** Languages that were recorded, separated by commas. */
  VOICE_PROMPTS_LANGUAGES: list,
  /** The provider's voices by language, where its own choice does not suit: `he=Google.he-IL-Standard-A,en=Polly.Amy`. */
  VOICE_VOICES: list.pipe(z.array(z.string().regex(/^[a-z]{2,3}=[\w.-]+$/, 'must look like en=Polly.Amy'))).transform((pairs): Record<string, string> => Object.fromEntries(pairs.map((pair) => pair.split('=') as [string, string]))),
};
