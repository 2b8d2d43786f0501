const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'iw', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The direction of a text in a language (BCP 47). Where it is not known the text itself decides: a Hebrew sentence that begins with a Latin name would mislead it. */
export function directionOf(language: string | null | undefined): 'ltr' | 'rtl' | 'auto' {
  const primary = language?.toLowerCase().split('-')[0];
  if (!primary) return 'auto';
  return RIGHT_TO_LEFT.has(primary) ? 'rtl' : 'ltr';
}
