import type { Audience } from '@candor/survey-words';

export type { Audience };

/**
 * Everything a respondent reads in the mail and on the page that ends it, in one language. `{{name}}` stands for a value; each text is complete, since the order of
 * words differs between languages. The question and the scale's ends are the same for everybody (domain 1.1, 4.7).
 */
export interface MailWords {
  /** BCP 47. */
  language: string;
  /** For dates; numerals are Latin, as on the scale. */
  locale: string;
  direction: 'ltr' | 'rtl';
  subject: string;
  /** Instead of the subject, and after the greeting, of a message that reminds of an earlier one. */
  reminder: { subject: string; opening: string };
  /** Shown by mailboxes beside the subject. */
  preview: string;
  greeting: string;
  greetingWithoutName: string;
  /** By audience. */
  question: Record<Audience, string>;
  /** The meaning of 0, 5 and 10. */
  scale: { 0: string; 5: string; 10: string };
  instruction: string;
  /** Why this mail came, and until when it can be answered. */
  footer: string;
  unsubscribe: string;
  page: {
    title: string;
    question: string;
    button: string;
    done: string;
    unknownTitle: string;
    unknown: string;
  };
}
