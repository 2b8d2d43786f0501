import mjml2html from 'mjml';
import { encodedTemplate, type EncodedTemplate } from './smtp/quoted-printable.ts';
import { mailTemplate, type Look } from './template.ts';
import { ALL_WORDS, type Audience, type MailWords } from './words/index.ts';

export interface CompiledMail {
  words: MailWords;
  audience: Audience;
  /** HTML with places. */
  html: string;
  /** The same as it goes over the wire. */
  encoded: EncodedTemplate;
}
export type CompiledMails = (language: string, audience: Audience) => CompiledMail;

/** Without fonts from the web: fetching one would tell a third party who opened the mail. Comments hold what Outlook needs. */
const OPTIONS = { validationLevel: 'strict', keepComments: true, minify: false, fonts: {} } as const;
const AUDIENCES: readonly Audience[] = ['customers', 'employees', 'partners'];

let compiled: Promise<CompiledMails> | undefined;

/**
 * Compiles the template once for each language and audience (tens of milliseconds each: far too slow per mail), and once in a process.
 * @returns the mail for a language and an audience; it throws for a language without words.
 */
export function compileMails(): Promise<CompiledMails> {
  compiled ??= compileAll();
  return compiled;
}

/** @param words for subject and text part. @param look for the HTML. @throws if the template is not valid */
export async function compileMail(words: MailWords, audience: Audience, look: Look): Promise<CompiledMail> {
  const { html, errors } = await mjml2html(mailTemplate(look, audience), OPTIONS);
  if (errors.length > 0) throw new Error(`The mail template in ${words.language} is not valid MJML: ${errors.map((error) => error.formattedMessage).join('; ')}`);
  const lean = html.replace(/\n\s*/g, '\n');
  return { words, audience, html: lean, encoded: encodedTemplate(lean) };
}

async function compileAll(): Promise<CompiledMails> {
  const mails = new Map<string, CompiledMail>();
  for (const words of ALL_WORDS) {
    for (const audience of AUDIENCES) {
      mails.set(`${words.language}/${audience}`, await compileMail(words, audience, { words, colour: null, logoUrl: null }));
    }
  }
  return (language, audience) => {
    const mail = mails.get(`${language}/${audience}`);
    if (!mail) throw new Error(`There is no mail in ${language} for ${audience}`);
    return mail;
  };
}
