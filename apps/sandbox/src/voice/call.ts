import { setTimeout as delay } from 'node:timers/promises';
import { callFate, isOver, nextStatus, type CallEvent, type CallStatus } from './call-state.ts';

export interface TranscriptLine {
  readonly at: Date;
  /** `voice`: the platform's; `customer`: whoever holds this phone; `line`: what the network did. */
  readonly who: 'voice' | 'customer' | 'line';
  /** The TwiML verb behind it, or what the customer did. */
  readonly verb: string;
  text: string;
  readonly language?: string | undefined;
  readonly url?: string | undefined;
}

export interface Speech { readonly text: string; readonly audio: Buffer | undefined }

/** What the call waits for at the moment. */
export type Listening = null | 'keys' | 'speech' | 'somebody else';

export interface CallRequest {
  readonly sid: string;
  readonly to: string;
  readonly from: string;
  /** The call that dialled this one. */
  readonly parent: string | null;
  /** Seconds of ringing. */
  readonly timeout: number;
}

/** One call as the phone at its end knows it. */
export class Call {
  readonly at = new Date();
  readonly transcript: TranscriptLine[] = [];
  status: CallStatus = 'queued';
  answeredAt: Date | null = null;
  endedAt: Date | null = null;
  /** Set where the caller asked to know. */
  answeredBy: 'human' | 'machine' | null = null;
  listening: Listening = null;
  /** The phone at the other end, once somebody was put through. */
  bridge: Call | null = null;
  /** Pressed and not yet heard: kept until the call listens. */
  pressed = '';
  readonly #spoken: Speech[] = [];
  readonly #ending = new AbortController();
  readonly #wakers = new Set<() => void>();

  constructor(readonly request: CallRequest, private readonly changed: (call: Call, status: boolean) => void) {}

  get over(): boolean {
    return isOver(this.status);
  }

  /** Aborted when the call is over. */
  get signal(): AbortSignal {
    return this.#ending.signal;
  }

  get seconds(): number {
    return this.answeredAt ? Math.round(((this.endedAt ?? new Date()).getTime() - this.answeredAt.getTime()) / 1000) : 0;
  }

  /** @returns whether that could happen to it now */
  apply(event: CallEvent): boolean {
    const next = nextStatus(this.status, event);
    if (!next) return false;
    this.status = next;
    if (next === 'in-progress') this.answeredAt = new Date();
    if (isOver(next)) {
      this.endedAt = new Date();
      this.listening = null;
      if (this.bridge) this.bridge.bridge = null;
      this.bridge = null;
      this.#ending.abort();
    }
    this.changed(this, true);
    return true;
  }

  /** Rings, and does what is said of this number: see the table in CANVAS.md. */
  async ring(): Promise<void> {
    const { to, timeout } = this.request;
    await this.#wait(100);
    const fate = callFate(to);
    if (fate === 'failed') return void this.apply('fail');
    if (!this.apply('ring')) return;
    await this.#wait(fate === 'rings' ? timeout * 1000 : Math.min(timeout * 1000, 1_000));
    if (this.status !== 'ringing') return;
    if (fate === 'machine') this.answer('machine');
    else this.apply(fate === 'busy' ? 'decline' : 'time-out');
  }

  answer(by: 'human' | 'machine'): boolean {
    if (this.status !== 'ringing') return false;
    this.answeredBy = by;
    return this.apply('answer');
  }

  press(digits: string): void {
    this.pressed += digits;
    const last = this.transcript.at(-1);
    if (last?.verb === 'Digits') last.text += digits;
    else this.write('customer', 'Digits', digits);
    this.#wake();
  }

  /** What was said goes to whoever is at the other end; else it is kept until the call records. */
  speak(speech: Speech): void {
    const words = speech.text || '(audio)';
    this.write('customer', 'Speech', words);
    if (this.bridge) return this.bridge.write('voice', 'Speech', words);
    this.#spoken.push(speech);
    this.#wake();
  }

  /** Somebody is about to say something: that is no silence. */
  breathe(): void {
    this.#wake();
  }

  takeSpeech(): Speech | undefined {
    return this.#spoken.shift();
  }

  write(who: TranscriptLine['who'], verb: string, text: string, more: { language?: string | undefined; url?: string | undefined } = {}): void {
    this.transcript.push({ at: new Date(), who, verb, text, ...more });
    this.changed(this, false);
  }

  listen(to: Listening): void {
    this.listening = to;
    this.changed(this, false);
  }

  /** Until a key or a word comes, or the time is over. @returns false when it is over. @throws when the call ends */
  async heard(ms: number): Promise<boolean> {
    let waker: (() => void) | undefined;
    const woken = new Promise<boolean>((resolve) => {
      waker = () => resolve(true);
      this.#wakers.add(waker);
    });
    const stop = new AbortController();
    try {
      return await Promise.race([woken, delay(ms, false, { signal: AbortSignal.any([this.signal, stop.signal]), ref: false })]);
    } finally {
      stop.abort();
      this.#wakers.delete(waker!);
    }
  }

  #wake(): void {
    for (const waker of this.#wakers) waker();
  }

  #wait(ms: number): Promise<void> {
    return delay(ms, undefined, { signal: this.signal, ref: false }).catch(() => undefined);
  }
}
