/** States of a message in a receipt (SMPP 3.4, 5.2.28 and appendix B). */
const STATES = { delivered: ['DELIVRD', 2, '000'], undelivered: ['UNDELIV', 5, '001'] } as const;

/** `YYMMDDhhmm`, as receipts write it. */
const stamp = (at: Date): string => at.toISOString().replace(/\D/g, '').slice(2, 12);

/** The text of a delivery receipt as operators write it (appendix B), and the parameters that say the same. */
export function receiptOf(messageId: string, status: 'delivered' | 'undelivered', text: string, submitted: Date, done: Date): { text: string; state: number } {
  const [name, state, error] = STATES[status];
  const arrived = status === 'delivered' ? '001' : '000';
  // Beyond ASCII the first words would not fit the receipt's alphabet.
  const words = text.slice(0, 20).replace(/[^\x20-\x7e]/g, '?');
  return { text: `id:${messageId} sub:001 dlvrd:${arrived} submit date:${stamp(submitted)} done date:${stamp(done)} stat:${name} err:${error} text:${words}`, state };
}
