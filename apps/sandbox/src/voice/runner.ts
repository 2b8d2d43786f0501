import { setTimeout as delay } from 'node:timers/promises';
import type { Call } from './call.ts';
import { collect, speechMs } from './keys.ts';
import type { Recording } from './recordings.ts';
import { parseTwiml, type Dial, type Gather, type Prompt, type Record, type Verb } from './twiml.ts';

/** What the interpreter needs of the world around a call. */
export interface Exchange {
  /** Posts to the platform, signed, and gives its document. @throws Error if there is none */
  document(call: Call, url: string, fields: globalThis.Record<string, string>): Promise<string>;
  record(call: Call, text: string, audio: Buffer | undefined, most: number): Recording;
  recorded(call: Call, recording: Recording, verb: Record): void;
  /** Rings another phone. */
  dial(from: Call, number: string, callerId: string, timeout: number): Call;
  /** Until the call is over. */
  over(call: Call): Promise<void>;
}

/** A document that sends itself round in a circle ends here. */
const MOST_DOCUMENTS = 50;
/** After the last word of a recording: somebody may go on. */
const MOST_SILENCE_MS = 2_000;
const DIAL_STATUS: Partial<globalThis.Record<Call['status'], string>> = { completed: 'completed', busy: 'busy', 'no-answer': 'no-answer', canceled: 'canceled' };

/** Where the call goes on: the address that a verb names, with what is told to it. */
interface Jump { readonly url: string; readonly fields: globalThis.Record<string, string> }

/** Executes TwiML on one answered call, until it is over. */
export class Runner {
  readonly #call: Call;
  readonly #exchange: Exchange;
  readonly #pace: number;
  /** Where the running document came from: what it names counts from there. */
  #at = '';

  /** @param pace of speech, beside a person: 0 says everything at once */
  constructor(call: Call, exchange: Exchange, pace: number) {
    this.#call = call;
    this.#exchange = exchange;
    this.#pace = pace;
  }

  async run(url: string): Promise<void> {
    let jump: Jump | undefined = { url, fields: {} };
    try {
      for (let documents = 0; jump; documents++) {
        if (documents === MOST_DOCUMENTS) throw new Error('too many documents in one call');
        this.#at = jump.url;
        const verbs = parseTwiml(await this.#exchange.document(this.#call, this.#at, jump.fields));
        jump = await this.#execute(verbs);
      }
      this.#call.apply('hang-up');
    } catch (error) {
      if (this.#call.over) return;
      // What callers of a broken application hear.
      this.#call.write('voice', 'Error', `An application error has occurred. Goodbye. (${(error as Error).message})`);
      this.#call.apply('hang-up');
    }
  }

  /** @returns where to go on; undefined when the document has come to its end */
  async #execute(verbs: readonly Verb[]): Promise<Jump | undefined> {
    for (const verb of verbs) {
      this.#call.signal.throwIfAborted();
      const jump = await this.#one(verb);
      if (jump) return jump;
    }
    return undefined;
  }

  async #one(verb: Verb): Promise<Jump | undefined> {
    switch (verb.verb) {
      case 'Say': case 'Play': case 'Pause': return void await this.#prompt(verb, this.#call.signal);
      case 'Gather': return this.#gather(verb);
      case 'Record': return this.#record(verb);
      case 'Dial': return this.#dial(verb);
      case 'Redirect': return { url: this.#absolute(verb.url), fields: {} };
      case 'Hangup': return void this.#call.apply('hang-up');
      case 'Reject': return void this.#call.apply('hang-up');
    }
  }

  async #prompt(prompt: Prompt, signal: AbortSignal): Promise<void> {
    if (prompt.verb === 'Pause') return this.#pass(prompt.seconds * 1000, signal);
    for (let time = 0; time < Math.min(Math.max(prompt.loop, 1), 10); time++) {
      if (prompt.verb === 'Say') this.#call.write('voice', 'Say', prompt.text, { language: prompt.language });
      else this.#call.write('voice', 'Play', prompt.url.split('/').at(-1) ?? prompt.url, { url: prompt.url });
      await this.#pass(prompt.verb === 'Say' ? speechMs(prompt.text) : 3_000, signal);
    }
  }

  /** Keys cut the prompts short; keys that came before are heard first. */
  async #gather(verb: Gather): Promise<Jump | undefined> {
    const call = this.#call;
    const interrupted = new AbortController();
    const signal = AbortSignal.any([call.signal, interrupted.signal]);
    call.listen('keys');
    let speaking = true;
    const spoken = (async () => {
      for (const prompt of verb.prompts) await this.#prompt(prompt, signal);
    })().catch(() => undefined).then(() => (speaking = false));
    let heard = collect(call.pressed, verb.numDigits, verb.finishOnKey);
    if (heard.digits === '' && !heard.complete) await Promise.race([spoken, this.#key()]);
    heard = collect(call.pressed, verb.numDigits, verb.finishOnKey);
    while (!heard.complete) {
      if (heard.digits !== '') interrupted.abort();
      const more = await call.heard(speaking && heard.digits === '' ? 60_000 : verb.timeout * 1000);
      heard = collect(call.pressed, verb.numDigits, verb.finishOnKey);
      if (!more) break;
    }
    interrupted.abort();
    call.pressed = heard.rest;
    call.listen(null);
    if (heard.digits === '' && !verb.actionOnEmptyResult && !heard.complete) return undefined;
    return { url: this.#absolute(verb.action), fields: { Digits: heard.digits } };
  }

  async #record(verb: Record): Promise<Jump | undefined> {
    const call = this.#call;
    if (verb.playBeep) call.write('line', 'Beep', 'beep');
    call.listen('speech');
    const words: string[] = [];
    let audio: Buffer | undefined;
    let key = '';
    try {
      for (;;) {
        const speech = call.takeSpeech();
        if (speech) {
          words.push(speech.text);
          audio ??= speech.audio;
          continue;
        }
        const ended = [...call.pressed].findIndex((pressed) => verb.finishOnKey.includes(pressed));
        if (ended >= 0) {
          key = call.pressed[ended]!;
          call.pressed = call.pressed.slice(ended + 1);
          break;
        }
        const silence = words.length > 0 ? Math.min(verb.timeout * 1000, MOST_SILENCE_MS) : verb.timeout * 1000;
        if (!(await call.heard(silence))) break;
      }
    } catch (error) {
      // Hanging up ends the recording too; what was said is kept.
      if (words.length === 0) throw error;
      key = 'hangup';
    }
    call.listen(null);
    if (words.length === 0) return undefined;
    const recording = this.#exchange.record(call, words.join(' '), audio, verb.maxLength);
    this.#exchange.recorded(call, recording, this.#told(verb));
    const jump = { url: this.#absolute(verb.action), fields: { RecordingSid: recording.sid, RecordingUrl: recording.url, RecordingDuration: String(recording.seconds), Digits: key } };
    if (key !== 'hangup') return jump;
    if (verb.action) await this.#exchange.document(call, jump.url, jump.fields).catch(() => undefined);
    throw new Error('the caller hung up');
  }

  async #dial(verb: Dial): Promise<Jump | undefined> {
    const call = this.#call;
    call.write('line', 'Dial', `Putting you through to ${verb.number}`);
    call.listen('somebody else');
    const other = this.#exchange.dial(call, verb.number, verb.callerId ?? call.request.from, verb.timeout);
    const end = (): void => void (other.apply('hang-up') || other.apply('cancel'));
    call.signal.addEventListener('abort', end, { once: true });
    await this.#exchange.over(other);
    call.signal.removeEventListener('abort', end);
    call.signal.throwIfAborted();
    call.listen(null);
    if (!verb.action) return undefined;
    return { url: this.#absolute(verb.action), fields: { DialCallSid: other.request.sid, DialCallStatus: DIAL_STATUS[other.status] ?? 'failed', DialCallDuration: String(other.seconds) } };
  }

  /** An absent address is that of the document itself. */
  #absolute(url: string | undefined): string {
    return url ? new URL(url, this.#at).href : this.#at;
  }

  #told(verb: Record): Record {
    const { recordingStatusCallback: done, transcribeCallback: transcribed } = verb;
    return { ...verb, recordingStatusCallback: done && this.#absolute(done), transcribeCallback: transcribed && this.#absolute(transcribed) };
  }

  async #key(): Promise<void> {
    while (this.#call.pressed === '') await this.#call.heard(60_000);
  }

  async #pass(ms: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#pace > 0) await delay(ms * this.#pace, undefined, { signal, ref: false });
  }
}
