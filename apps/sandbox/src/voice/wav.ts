const RATE = 8_000;
const HEADER = 44;

/** A WAV file (PCM, 16 bit, mono, 8 kHz) in which somebody seems to speak behind a door: nothing to understand, but of the right length and something to hear. */
export function murmur(seconds: number, seed: number): Buffer {
  const samples = Math.max(1, Math.round(seconds * RATE));
  const file = Buffer.alloc(HEADER + samples * 2);
  writeHeader(file, samples * 2);
  const pitch = 105 + (seed % 90);
  for (let index = 0; index < samples; index++) {
    const t = index / RATE;
    const syllable = Math.max(0, Math.sin(Math.PI * 3.6 * t + Math.sin(t * 1.7) * 2)) * (Math.sin(t * 0.9 + seed) > -0.75 ? 1 : 0.05);
    const tone = pitch * (1 + 0.08 * Math.sin(t * 2.3) - 0.02 * (t % 4));
    const voice = Math.sin(2 * Math.PI * tone * t) + 0.5 * Math.sin(4 * Math.PI * tone * t) + 0.25 * Math.sin(6 * Math.PI * tone * t);
    file.writeInt16LE(Math.round(5_200 * syllable * voice * 0.57), HEADER + index * 2);
  }
  return file;
}

function writeHeader(file: Buffer, bytes: number): void {
  file.write('RIFF', 0);
  file.writeUInt32LE(36 + bytes, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(RATE, 24);
  file.writeUInt32LE(RATE * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(bytes, 40);
}

/** The length of a WAV file in seconds; undefined if it is none. */
export function wavSeconds(file: Buffer): number | undefined {
  if (file.length < HEADER || file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WAVE') return undefined;
  const perSecond = file.readUInt32LE(28);
  return perSecond === 0 ? undefined : (file.length - HEADER) / perSecond;
}
