/** Whom a programme asks; the question differs between them. */
export type Audience = 'customers' | 'employees' | 'partners';

/**
 * What everybody is asked, in one language, whatever channel it comes on: the question and the meaning of the scale are the same word for word (domain 1.1, 4.7). `{company}`
 * stands for the enterprise.
 */
export interface AskedWords {
  /** BCP 47. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  readonly question: Readonly<Record<Audience, string>>;
  /** What 0, 5 and 10 mean. */
  readonly low: string;
  readonly middle: string;
  readonly high: string;
}
