const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * Wraps a value that is put into a sentence so that its direction does not disturb the sentence's (Unicode isolates): a Latin name in Hebrew text,
 * a Hebrew one in English. Where both run left to right nothing is added.
 */
export function isolate(value: string, sentence: 'ltr' | 'rtl'): string {
  return sentence === 'rtl' || RIGHT_TO_LEFT.test(value) ? `\u2068${value}\u2069` : value;
}
