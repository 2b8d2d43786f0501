import type { Brand, CatalogCopy } from '@candor/catalog-copy';
import type { MailFor } from '../email/branded-mails.ts';
import { renderMail } from '../email/mail.ts';
import { wordsFor, type Audience } from '../email/words/index.ts';
import { countSegments } from '../sms/segments.ts';
import { answerText, canReceive, questionText, type AnswerKind } from '../sms/text.ts';
import type { Preview } from './request.ts';

/** A customer who does not exist, at a moment that is past: nothing in a preview is anybody's. */
const SAMPLE = { invitation: '0f8c6c39-7a6e-4f1e-8c6f-0d6b5e0f7a11', token: '7n42DGM5Tflk9n8mt7Fhc7', shortToken: '7n42DGM5Tflk', name: 'Noa Levi', visited: new Date('2026-11-22T10:00:00Z'), until: new Date('2026-12-22T10:00:00Z') };
const ANSWERS: readonly AnswerKind[] = ['again', 'why-ten', 'why-nine', 'why-below', 'thanks', 'help', 'stopped'];

export interface Previewed {
  programme: string;
  audience: Audience;
  language: string;
  publicUrl: string;
  /** What the question recommends. */
  brand: string;
  look: Brand | undefined;
  /** Its name. */
  unit: string;
  /** How many messages about the same came before. */
  reminder: number;
  /** The first message is a text, so the link is short. */
  short: boolean;
}

export async function previewMail({ programme, audience, language, publicUrl, brand, look, unit, reminder }: Previewed, catalog: CatalogCopy, mailFor: MailFor, from: string): Promise<Preview> {
  const { language: tag } = wordsFor(language);
  const touchpoint = catalog.touchpoints().find((one) => one.programme === programme)?.name ?? programme;
  const subject = {
    invitation: SAMPLE.invitation, token: SAMPLE.token, name: SAMPLE.name, brand, touchpoint, unit, occurredAt: SAMPLE.visited, expiresAt: SAMPLE.until, timeZone: 'UTC', reminder,
  };
  const { subject: line, text, html } = renderMail(await mailFor(tag, audience, look), subject, publicUrl, from.slice(from.lastIndexOf('@') + 1));
  return { channel: 'email', language: tag, programme, email: { subject: line, text, html } };
}

/** @param sender null where nobody is set up to send; then it is shown as from a number */
export function previewText({ programme, audience, language, publicUrl, brand, reminder, short }: Previewed, sender: string | null): Preview {
  const { language: tag } = wordsFor(language);
  const subject = { language: tag, audience, brand, token: short ? SAMPLE.shortToken : SAMPLE.token, reminder };
  const counted = (text: string) => ({ text, segments: countSegments(text) });
  const twoWay = sender === null || canReceive(sender);
  return {
    channel: 'sms', language: tag, programme,
    sms: {
      sender, twoWay, question: counted(questionText(subject, publicUrl, sender ?? '+0000')),
      conversation: twoWay ? ANSWERS.map((kind) => ({ kind, ...counted(answerText(kind, subject, publicUrl)) })) : [],
    },
  };
}
