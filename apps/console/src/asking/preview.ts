/** What a text message is sent, and paid for, as. */
export interface Segments {
  readonly alphabet: 'GSM-7' | 'UCS-2';
  readonly length: number;
  readonly count: number;
  readonly perSegment: number;
}

export interface PreviewedText {
  readonly text: string;
  readonly segments: Segments;
}

/** A message as customers will read it, from `GET /v1/messages/preview`. */
export interface Preview {
  readonly channel: 'email' | 'sms';
  /** The nearest that there is. */
  readonly language: string;
  readonly email?: { readonly subject: string; readonly text: string; readonly html: string };
  readonly sms?: { readonly sender: string | null; readonly twoWay: boolean; readonly question: PreviewedText; readonly conversation: readonly (PreviewedText & { readonly kind: string })[] };
}

export const PREVIEWED = ['email', 'sms'] as const;
