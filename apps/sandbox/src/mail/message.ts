import { simpleParser, type ParsedMail } from 'mailparser';
import { rawOf, type StoredMail } from './mailbox.ts';

/** A delivered mail as the API shows it. */
export interface Message {
  id: string;
  channel: 'email';
  at: string;
  /** Envelope recipients. */
  to: string;
  /** Envelope sender (VERP). */
  envelopeFrom: string;
  from: string;
  subject: string;
  /** By lower-case name; repeated headers are joined by line breaks. */
  headers: Record<string, string>;
  text: string;
  html: string;
  /** Every address that the body links to, in order, once each. */
  links: string[];
  raw: string;
}

export interface MessageSummary {
  id: string;
  at: string;
  to: string;
  from: string;
  subject: string;
  preview: string;
}

/** Parsing costs milliseconds and pages are read again and again, so the last few hundred are remembered. */
const CACHED = 300;
const parsed = new Map<StoredMail, Promise<ParsedMail>>();

function parse(mail: StoredMail): Promise<ParsedMail> {
  const known = parsed.get(mail);
  if (known) return known;
  const parsing = simpleParser(rawOf(mail), { skipTextToHtml: true, skipImageLinks: true });
  parsed.set(mail, parsing);
  if (parsed.size > CACHED) parsed.delete(parsed.keys().next().value!);
  return parsing;
}

export async function messageOf(mail: StoredMail): Promise<Message> {
  const message = await parse(mail);
  const html = message.html || '';
  return {
    id: String(mail.id), channel: 'email', at: mail.at.toISOString(), to: mail.to.join(', '), envelopeFrom: mail.from, from: message.from?.text ?? '',
    subject: message.subject ?? '', headers: headersOf(message), text: message.text ?? '', html, links: linksOf(html, message.text ?? ''), raw: rawOf(mail).toString('utf8'),
  };
}

export async function summaryOf(mail: StoredMail): Promise<MessageSummary> {
  const message = await parse(mail);
  const [from] = message.from?.value ?? [];
  const preview = (message.text ?? '').replace(/https?:\/\/\S+/g, ' ').replace(/\s+/g, ' ').trim().slice(0, 140);
  return { id: String(mail.id), at: mail.at.toISOString(), to: mail.to.join(', '), from: from?.name || from?.address || mail.from, subject: message.subject ?? '', preview };
}

/** The headers as they came, unfolded: what a test of DKIM or RFC 8058 looks at. */
function headersOf(message: ParsedMail): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const { key, line } of message.headerLines) {
    const value = line.slice(line.indexOf(':') + 1).replace(/\r?\n(?=[ \t])/g, '').trim();
    headers[key] = headers[key] === undefined ? value : `${headers[key]}\n${value}`;
  }
  return headers;
}

const ENTITIES: Record<string, string> = { '&amp;': '&', '&#38;': '&', '&#x26;': '&', '&quot;': '"', '&#39;': "'" };

export function linksOf(html: string, text: string): string[] {
  const links = new Set<string>();
  for (const [, double, single] of html.matchAll(/\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)) {
    const link = (double ?? single ?? '').replace(/&(?:amp|quot|#38|#x26|#39);/gi, (entity) => ENTITIES[entity.toLowerCase()]!);
    if (/^(?:https?|mailto):/i.test(link)) links.add(link);
  }
  for (const [link] of text.matchAll(/https?:\/\/[^\s<>"')\]]+/g)) links.add(link.replace(/[.,;:!?]+$/, ''));
  return [...links];
}
