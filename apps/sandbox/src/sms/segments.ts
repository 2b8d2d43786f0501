const GSM = '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const GSM_DOUBLE = '^{}\\[~]|€\f';
const [SINGLE, DOUBLE] = [new Set(GSM), new Set(GSM_DOUBLE)];

/** How many messages a text is billed as: GSM-7 160, or 153 in each of several; UCS-2 70 or 67, as soon as one character needs it (3GPP 23.038). */
export function segmentsOf(text: string): number {
  let septets = 0;
  for (const character of text) {
    if (!SINGLE.has(character) && !DOUBLE.has(character)) return text.length <= 70 ? 1 : Math.ceil(text.length / 67);
    septets += DOUBLE.has(character) ? 2 : 1;
  }
  return septets <= 160 ? 1 : Math.ceil(septets / 153);
}

/** Whether the small alphabet is enough. */
export const isGsm = (text: string): boolean => [...text].every((character) => SINGLE.has(character) || DOUBLE.has(character));

/** Pieces of one message on the air: no pair of surrogates, and no escaped character, is torn apart. */
export function piecesOf(text: string): string[] {
  if (segmentsOf(text) === 1) return [text];
  const gsm = isGsm(text);
  const room = gsm ? 153 : 67;
  const pieces = [''];
  let used = 0;
  for (const character of text) {
    const cost = gsm ? (DOUBLE.has(character) ? 2 : 1) : character.length;
    if (used + cost > room) {
      pieces.push('');
      used = 0;
    }
    pieces[pieces.length - 1] += character;
    used += cost;
  }
  return pieces;
}
