/**
 * What a respondent reads in text messages, in one language; the question is that of the mail, word for word (domain 4.7). `{{name}}` stands for a value. Short: every 67 letters
 * outside the Latin alphabet cost a message.
 */
export interface SmsWords {
  /** BCP 47. */
  language: string;
  /** Before the question, in a message that reminds of an earlier one. */
  reminder: string;
  /** After the question, where the sender can receive: how to answer, and how to be left alone. */
  reply: string;
  /** After the question, where it cannot: the way to answer, and the way to be left alone, are links. */
  link: string;
  /** Asked once, when the answer was no number. */
  again: string;
  /** The reason, by score (domain 4.1): 10, 9, and whatever is below. */
  why: { ten: string; nine: string; below: string };
  thanks: string;
  /** Who we are. */
  help: string;
  stopped: string;
}
