import { brandSet, brandWording, key, language, WORDING_PLACES, wrongPlace, type BrandWording, type WordingText } from '@candor/contracts';
import { z } from 'zod';
import type { Revised } from '../publication/revise.ts';

const name = z.string().trim().min(1).max(100).regex(/^[^\p{Cc}{}]*$/u, 'must be one line without braces');
const keys = z.array(key).max(1000).refine((all) => new Set(all).size === all.length, 'must not repeat a key').default([]);

/** A text with a place that no message has a value for would go out with a hole in it. */
const wording = brandWording.superRefine((texts, context) => {
  for (const [text, said] of Object.entries(texts) as [WordingText, string | undefined][]) {
    const wrong = said === undefined ? undefined : wrongPlace(said, WORDING_PLACES[text]);
    if (wrong !== undefined) context.addIssue({ code: 'custom', path: [text], message: wrong });
    else if (text === 'greeting' && said?.includes('{{name}}') === false) context.addIssue({ code: 'custom', path: [text], message: 'must greet by {{name}}; what is said without a name is greetingWithoutName' });
  }
});

/** How messages of some units or programmes look, and who they are from. The question, its scale and how to answer are worded the same for everybody (domain 4.7). */
export const brandContent = z.object({
  name: name.meta({ description: 'What customers are asked to recommend' }),
  senderName: name.nullable().default(null).meta({ description: 'Shown as the sender; null: the name' }),
  colour: z.string().regex(/^#[0-9a-fA-F]{6}$/, 'must be a colour such as #14532d').toLowerCase().nullable().default(null).meta({ description: 'Of the line above the message; never on the scale' }),
  logoUrl: z.url({ protocol: /^https$/, error: 'must be an https address' }).max(500).regex(/^[^\s"'<>{}\\]*$/, 'must be an https address').nullable().default(null).meta({ description: 'Fetched by the mailbox of whoever opens the mail' }),
  units: keys.meta({ description: 'These and everything below them, unless a brand is nearer' }),
  programmes: keys.meta({ description: "A programme's brand goes before a unit's" }),
  wording: z.record(language, wording).default({}).meta({ description: 'By language, instead of what everybody says. Values: {{name}} in greetings; {{brand}}, {{touchpoint}}, {{unit}}, {{date}} in subject and footer; {{until}} in the footer' }),
});
export type BrandContent = z.output<typeof brandContent>;
export type Brand = BrandContent & Revised;
export type { BrandWording };

export const brandView = brandContent.extend({ key, version: z.int(), changedAt: z.string() });
export const brandExample: Brand = brandView.parse(brandSet.sample);
