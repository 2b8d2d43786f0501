import { randomBytes } from 'node:crypto';
import { speechMs } from './keys.ts';
import { murmur, wavSeconds } from './wav.ts';

export interface Recording {
  readonly sid: string;
  readonly call: string;
  /** As it is given to callbacks: without an ending. */
  readonly url: string;
  readonly seconds: number;
  readonly text: string;
  readonly audio: Buffer;
}

const MOST = 500;
const LONGEST_S = 120;

/** What customers said, newest kept. */
export class Recordings {
  readonly #kept = new Map<string, Recording>();

  /** @param base address of the account; @param audio a WAV file; absent: one is made of the length that the words take */
  keep(base: string, call: string, text: string, audio: Buffer | undefined, most: number): Recording {
    const sid = `RE${randomBytes(16).toString('hex')}`;
    const wanted = Math.min(Math.max(speechMs(text) / 1000, 1), most, LONGEST_S);
    const file = audio ?? murmur(wanted, text.length);
    const recording = { sid, call, url: `${base}/Recordings/${sid}`, seconds: Math.max(1, Math.round(wavSeconds(file) ?? wanted)), text, audio: file };
    this.#kept.set(sid, recording);
    if (this.#kept.size > MOST) this.#kept.delete(this.#kept.keys().next().value!);
    return recording;
  }

  get(sid: string): Recording | undefined {
    return this.#kept.get(sid);
  }

  ofCall(call: string): Recording[] {
    return [...this.#kept.values()].filter((recording) => recording.call === call);
  }

  delete(sid: string): boolean {
    return this.#kept.delete(sid);
  }
}
