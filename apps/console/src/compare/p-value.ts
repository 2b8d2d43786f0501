const LEAST = 0.001;

/** How often chance alone would give as much, as it is written everywhere: three digits, and never as zero. */
export function pValue(p: number, language: string, rtl: boolean): string {
  const number = new Intl.NumberFormat(language, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  const text = p < LEAST ? `p < ${number.format(LEAST)}` : `p = ${number.format(p)}`;
  return rtl ? `\u2066${text}\u2069` : text;
}
