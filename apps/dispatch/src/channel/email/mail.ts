import { createHash } from 'node:crypto';
import type { CompiledMail } from './compile.ts';
import { dayInWords } from './day.ts';
import { escapeHtml, fill } from './fill.ts';
import type { Audience, MailWords } from './words/index.ts';

/** Who is asked about what, in the words of the enterprise. */
export interface MailSubject {
  invitation: string;
  token: string;
  name: string | null;
  brand: string;
  touchpoint: string;
  unit: string;
  occurredAt: Date;
  expiresAt: Date;
  timeZone: string;
  /** How many messages about the same came before; absent: none. */
  reminder?: number;
}
export interface MailParts {
  subject: string;
  text: string;
  /** What goes into the places of the HTML, escaped. */
  htmlValues: Readonly<Record<string, string>>;
  /** One for all attempts to send it, so that a mailbox can recognise a repetition. */
  messageId: string;
  headers: Record<string, string>;
}

/** The mail for one recipient, to look at: that is no opening. */
export function renderMail(compiled: CompiledMail, subject: MailSubject, publicUrl: string, domain: string): MailParts & { html: string } {
  const parts = mailParts(compiled, subject, publicUrl, domain);
  return { ...parts, html: fill(compiled.html, { ...parts.htmlValues, pixel: '' }) };
}

/**
 * What the mail for one recipient has of its own. Values are escaped for the HTML; in the text and the subject line breaks in them are spaces.
 * @param publicUrl of the gateway, without a slash at its end.
 * @param domain of the sender, for the message id.
 */
export function mailParts({ words, audience }: CompiledMail, subject: MailSubject, publicUrl: string, domain: string): MailParts {
  const { reminder = 0 } = subject;
  const links = { answer: `${publicUrl}/r/${subject.token}`, unsubscribe: `${publicUrl}/u/${subject.token}` };
  const values = { ...links, through: reminder > 0 ? `&m=${reminder}` : '', ...textValues(words, subject) };
  return {
    subject: fill(reminder > 0 ? words.reminder.subject : words.subject, values),
    htmlValues: { ...Object.fromEntries(Object.entries(values).map(([place, value]) => [place, escapeHtml(value)])), pixel: pixelAt(`${publicUrl}/o/${subject.token}`) },
    text: plainText(words, audience, values, links),
    messageId: messageIdOf(subject.invitation, reminder, domain),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': words.language,
      // Mailboxes show it with the message that it reminds of.
      ...(reminder > 0 && { References: messageIdOf(subject.invitation, 0, domain) }),
      // RFC 8058: the second line makes the first one safe to be posted to by the mailbox itself.
      'List-Unsubscribe': `<${links.unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Feedback-ID': `${createHash('sha256').update(subject.touchpoint).digest('hex').slice(0, 12)}:invitation:candor`,
    },
  };
}

/** A picture that nobody sees, and that tells that the mail was opened, as far as mailboxes let it. */
const pixelAt = (url: string): string => `<img src="${escapeHtml(url)}" width="1" height="1" alt="" style="display:block;border:0">`;
const messageIdOf = (invitation: string, reminder: number, domain: string): string => `<${invitation}${reminder > 0 ? `.${reminder}` : ''}@${domain}>`;

function textValues(words: MailWords, { name, brand, touchpoint, unit, occurredAt, expiresAt, timeZone, reminder = 0 }: MailSubject): Record<string, string> {
  const day = (at: Date): string => dayInWords(at, words.locale, timeZone);
  const line = (value: string): string => value.replace(/\s+/g, ' ').trim();
  const known = name === null ? '' : line(name);
  const date = day(occurredAt);
  return {
    brand: line(brand),
    greeting: [fill(known ? words.greeting : words.greetingWithoutName, { name: known, brand: line(brand) }), ...(reminder > 0 ? [words.reminder.opening] : [])].join(' '),
    touchpoint: line(touchpoint),
    unit: line(unit),
    date,
    until: day(expiresAt),
  };
}

function plainText(words: MailWords, audience: Audience, values: Record<string, string>, links: { answer: string; unsubscribe: string }): string {
  const scale = Array.from({ length: 11 }, (_, score) => {
    const meaning = words.scale[score as 0 | 5 | 10];
    return `${score}${meaning ? ` (${meaning})` : ''}: ${links.answer}?score=${score}${values['through']}`;
  });
  return [
    fill('{{greeting}}\n\n{{touchpoint}} · {{unit}} · {{date}}', values), '', fill(words.question[audience], values), '', words.instruction, '', ...scale, '',
    '-- ', fill(words.footer, values), `${words.unsubscribe}: ${links.unsubscribe}`, '',
  ].join('\n');
}
