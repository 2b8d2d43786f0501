import type { VoiceSettings } from '../voice-settings.ts';
import { basic } from './calls.provider.ts';

const SILENCE_MS = 20_000;
/** A minute of telephone speech is one megabyte uncompressed. */
const MOST_BYTES = 8 * 1024 * 1024;

export type Fetched = { kind: 'here'; audio: Buffer; contentType: string } | { kind: 'not-yet'; reason: string } | { kind: 'gone'; reason: string };

/** The recordings that the provider keeps for us until we have them. */
export class TwilioRecordings {
  constructor(private readonly twilio: VoiceSettings['twilio']) {}

  /** The address is made from the name of the recording, not taken from a callback: nobody can have us fetch what they like. Never throws. */
  async fetch(providerId: string): Promise<Fetched> {
    try {
      const answer = await fetch(this.#url(providerId, 'wav'), { headers: { authorization: basic(this.twilio) }, signal: AbortSignal.timeout(SILENCE_MS) });
      // It can take seconds until a recording that was told of is there.
      if (answer.status !== 200) return { kind: 'not-yet', reason: `the provider answered ${answer.status}` };
      const contentType = answer.headers.get('content-type') ?? '';
      if (!/^audio\/[\w.+-]+/.test(contentType)) return { kind: 'gone', reason: 'what the provider gave is no sound' };
      const audio = await bounded(answer);
      return audio === null ? { kind: 'gone', reason: `it is larger than ${MOST_BYTES} bytes` } : { kind: 'here', audio, contentType };
    } catch (error) {
      return { kind: 'not-yet', reason: `the provider did not answer (${(error as Error).name})` };
    }
  }

  /** Once it is here nobody else needs to have it. What fails is left to the provider's own expiry. */
  async forget(providerId: string): Promise<void> {
    await fetch(this.#url(providerId, 'json'), { method: 'DELETE', headers: { authorization: basic(this.twilio) }, signal: AbortSignal.timeout(SILENCE_MS) }).then((answer) => answer.body?.cancel(), () => undefined);
  }

  #url(providerId: string, ending: string): string {
    return `${this.twilio.url}/2010-04-01/Accounts/${this.twilio.accountSid}/Recordings/${encodeURIComponent(providerId)}.${ending}`;
  }
}

async function bounded(answer: Response): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body ?? []) {
    size += chunk.length;
    if (size > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
