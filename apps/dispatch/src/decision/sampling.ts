import { createHash } from 'node:crypto';

/**
 * Whether an interaction is in a sample of this share (0 to 1). It depends on the interaction's identity alone, so that a replay, another instance and a dry run
 * say the same, and nobody can time an interaction into the sample or out of it.
 */
export function inSample(interaction: { source: string; id: string }, share: number): boolean {
  const digest = createHash('sha256').update(`${interaction.source}\n${interaction.id}`).digest();
  return digest.readUIntBE(0, 6) / 2 ** 48 < share;
}
