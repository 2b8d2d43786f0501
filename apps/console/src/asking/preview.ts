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
  readonly channel: 'email' | 'sms' | 'voice';
  /** The nearest that there is. */
  readonly language: string;
  readonly email?: { readonly subject: string; readonly text: string; readonly html: string };
  readonly sms?: { readonly sender: string | null; readonly twoWay: boolean; readonly question: PreviewedText; readonly conversation: readonly (PreviewedText & { readonly kind: string })[] };
  readonly voice?: {
    /** null: calls are not set up. */
    readonly caller: string | null;
    /** Played as the enterprise recorded it. */
    readonly recorded: boolean;
    readonly steps: readonly CallStep[];
  };
}

/** Where a call is, by what was pressed last; the same words as dispatch speaks. */
export interface CallStep {
  readonly kind: 'opening' | 'silence' | 'no-score' | 'given-up' | 'stopped' | 'ten' | 'nine' | 'passive' | 'detractor' | 'talk' | 'nobody-free' | 'no-talk' | 'end';
  readonly says: readonly string[];
  readonly then: 'keys' | 'record' | 'put-through' | 'end';
  readonly keys?: readonly ('0-10' | '*' | '*9' | '1')[];
}

export const PREVIEWED = ['email', 'sms', 'voice'] as const;
