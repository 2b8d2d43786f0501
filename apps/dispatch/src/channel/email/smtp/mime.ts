import { encodeWords, foldLines } from 'nodemailer/lib/mime-funcs';

/** Name and value, not folded yet. */
export type Field = readonly [name: string, value: string];

export interface MailContent {
  from: { name: string; address: string };
  to: { name: string; address: string };
  subject: string;
  date: Date;
  messageId: string;
  headers: Readonly<Record<string, string>>;
  text: string;
  /** Quoted-printable already. */
  html: string;
}

const LINE = 76;

/** The fields and the body of a mail with a plain and an HTML part (RFC 5322, RFC 2046); all of it is ASCII. */
export function mimeMail({ from, to, subject, date, messageId, headers, text, html }: MailContent): { fields: Field[]; body: Buffer } {
  // No line of quoted-printable can begin so: "=_" is no encoded character (RFC 2045, 6.7).
  const boundary = `=_${messageId.replace(/[^A-Za-z0-9]/g, '').slice(0, 40)}`;
  const fields: Field[] = [
    ['From', mailbox(from)], ['To', mailbox(to)], ['Subject', words(oneLine(subject))], ['Date', date.toUTCString().replace('GMT', '+0000')], ['Message-ID', messageId],
    ...Object.entries(headers), ['MIME-Version', '1.0'], ['Content-Type', `multipart/alternative; boundary="${boundary}"`],
  ];
  const body = [
    `--${boundary}`, 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64', '', base64(text),
    `--${boundary}`, 'Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable', '', html,
    `--${boundary}--`, '',
  ].join('\r\n');
  return { fields, body: Buffer.from(body, 'latin1') };
}

/** A header line as it goes over the wire. */
export const headerLine = ([name, value]: Field): string => `${foldLines(`${name}: ${value}`, LINE)}\r\n`;

function mailbox({ name, address }: { name: string; address: string }): string {
  const shown = oneLine(name);
  if (shown === '') return address;
  return /^[\w !#$%&'*+/=?^`{|}~-]*$/.test(shown) ? `"${shown}" <${address}>` : `${encodeWords(shown, 'B', LINE - 24, true)} <${address}>`;
}

/** Whatever is not plain ASCII as encoded words (RFC 2047). */
const words = (text: string): string => (/^[ -~]*$/.test(text) && !text.includes('=?') ? text : encodeWords(text, 'B', LINE - 24, true));
/** A line break in a name must not begin another header. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
const base64 = (text: string): string => Buffer.from(text.replace(/\r?\n/g, '\r\n')).toString('base64').replace(/.{76}(?!$)/g, '$&\r\n');
