/** A text message of a customer, as a carrier brings it. */
export interface IncomingText {
  /** Name of the provider. */
  provider: string;
  /** What the provider calls it; absent where it calls it nothing. */
  providerId?: string;
  /** E.164. */
  from: string;
  text: string;
  /** Set where this is one of several parts; they come in any order. */
  part?: { reference: number; total: number; number: number };
}
