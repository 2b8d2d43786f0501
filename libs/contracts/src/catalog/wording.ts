import { z } from 'zod';

/**
 * Which values each text of a brand may have in its places (`{{date}}`). What asks is not among the texts: the question, its scale and how to answer are worded the same for
 * everybody (domain 4.7).
 */
export const WORDING_PLACES = {
  subject: ['brand', 'touchpoint', 'unit', 'date'],
  greeting: ['name', 'brand'],
  greetingWithoutName: ['brand'],
  footer: ['brand', 'touchpoint', 'unit', 'date', 'until'],
  address: [],
} as const satisfies Record<string, readonly string[]>;
export type WordingText = keyof typeof WORDING_PLACES;

/** What is wrong with the places of a text; undefined: nothing. A text that names a value which there is not would leave a hole in every message. */
export function wrongPlace(text: string, places: readonly string[]): string | undefined {
  const known = places.length > 0 ? `there is ${places.map((place) => `{{${place}}}`).join(', ')}` : 'it has none';
  for (const [whole, name = ''] of text.matchAll(/\{\{([^{}]*)\}\}/g)) if (!places.includes(name)) return `has no value for ${whole}: ${known}`;
  return /\{\{|\}\}/.test(text.replace(/\{\{[^{}]*\}\}/g, '')) ? `has a place that does not end: ${known}` : undefined;
}

const text = z.string().trim().min(1).max(1000);
/** One line: a subject, or a greeting. */
const line = z.string().trim().min(1).max(200).regex(/^[^\p{Cc}]*$/u, 'must be one line');

/** A brand's own words in one language. What is absent is said as everybody says it. */
export const brandWording = z.object({
  subject: line.optional(),
  greeting: line.optional(),
  greetingWithoutName: line.optional(),
  /** Why the message came. */
  footer: text.optional(),
  /** Of the enterprise, under the footer. */
  address: text.optional(),
});
export type BrandWording = z.infer<typeof brandWording>;
