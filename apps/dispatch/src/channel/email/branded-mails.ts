import type { Brand } from '@candor/catalog-copy';
import { WORDING_PLACES, wrongPlace, type WordingText } from '@candor/contracts';
import { compileMail, type CompiledMail, type CompiledMails } from './compile.ts';
import { escapeHtml } from './fill.ts';
import type { Audience, MailWords } from './words/index.ts';

/** The mail in a language to an audience, in the look of a brand if one is given. A promise only while it is compiled: once for each version of a brand. */
export type MailFor = (language: string, audience: Audience, brand?: Brand) => CompiledMail | Promise<CompiledMail>;

/** Entries of the catalogue are replaced, never changed: what is compiled of one that was replaced goes with it. */
const compiled = new WeakMap<Brand, Map<string, CompiledMail | Promise<CompiledMail>>>();

/** A text of a brand cannot be filled in: the mail would have a hole. */
export class WordingError extends Error {
  override readonly name = 'WordingError';
}

/** @param plain what is sent where there is no brand, and what brands make their own */
export function brandedMails(plain: CompiledMails): MailFor {
  return (language, audience, brand) => {
    const mail = plain(language, audience);
    if (!brand) return mail;
    const mails = compiled.get(brand) ?? new Map<string, CompiledMail | Promise<CompiledMail>>();
    compiled.set(brand, mails);
    const name = `${language}/${audience}`;
    const known = mails.get(name);
    if (known) return known;
    const compiling = compileBranded(mail.words, audience, brand);
    mails.set(name, compiling);
    compiling.then((done) => mails.set(name, done), () => mails.delete(name));
    return compiling;
  };
}

async function compileBranded(words: MailWords, audience: Audience, brand: Brand): Promise<CompiledMail> {
  const own = wordsOf(brand, words);
  return compileMail(own, audience, { words: { ...own, ...inHtml(own) }, colour: brand.colour, logoUrl: brand.logoUrl === null ? null : escapeHtml(brand.logoUrl) });
}

/** What a brand does not say for itself is said as everybody says it. @throws WordingError if a text has a place without a value, which the catalogue refuses, and which must not go out all the same */
function wordsOf({ key, wording }: Brand, words: MailWords): MailWords {
  const [tag, own] = Object.entries(wording).find(([tag]) => tag.split('-', 1)[0]?.toLowerCase() === words.language) ?? [];
  if (!own) return words;
  for (const [text, places] of Object.entries(WORDING_PLACES) as [WordingText, readonly string[]][]) {
    const wrong = wrongPlace(own[text] ?? '', places);
    if (wrong !== undefined) throw new WordingError(`the brand ${key}, in ${tag}: ${text} ${wrong}`);
  }
  const { subject = words.subject, greeting = words.greeting, greetingWithoutName = words.greetingWithoutName, footer = words.footer, address } = own;
  return { ...words, subject, greeting, greetingWithoutName, footer: address === undefined ? footer : `${footer}\n${address}` };
}

/** The texts that stand in the template: they are plain text. Their places remain. */
const inHtml = ({ subject, footer }: MailWords): Pick<MailWords, 'subject' | 'footer'> => ({ subject: escapeHtml(subject), footer: escapeHtml(footer).replace(/\r?\n/g, '<br />') });
