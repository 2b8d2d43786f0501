import { TwilioError, type Form, type TwilioDoor } from '../twilio/door.ts';
import type { Webhooks } from '../twilio/webhooks.ts';
import { isNumber, numberOf } from '../sms/numbers.ts';
import type { Call } from './call.ts';
import type { CallStatus } from './call-state.ts';
import type { Calls } from './calls.ts';
import type { Recordings } from './recordings.ts';
import { Runner, type Exchange } from './runner.ts';

/** The events of a call by the status that raises them; every end is "completed". */
const EVENTS: Readonly<Record<CallStatus, string>> = {
  queued: 'initiated', ringing: 'ringing', 'in-progress': 'answered', completed: 'completed', busy: 'completed', 'no-answer': 'completed', failed: 'completed', canceled: 'completed',
};
const GREETING_MS = 2_000;

/** How one outbound call was ordered. */
interface Order { readonly url: string; readonly base: string; readonly callback: string | undefined; readonly events: ReadonlySet<string>; readonly detection: string | undefined }

/** @throws TwilioError with the code that Twilio gives for it */
function checked(form: Form): { to: string; from: string; url: string; timeout: number } {
  const { To: to = '', From: from = '', Url: url = '', Timeout: timeout = '60' } = form;
  if (to === '') throw new TwilioError(400, 21201, "No 'To' number is specified");
  if (from === '') throw new TwilioError(400, 21213, "No 'From' number specified");
  if (!isNumber(numberOf(to))) throw new TwilioError(400, 21217, `Phone number is not valid: ${to.slice(0, 8)}XXXX`);
  if (!isNumber(numberOf(from))) throw new TwilioError(400, 21212, `Invalid From Number (caller ID): ${from}`);
  if (!URL.canParse(url)) throw new TwilioError(400, 21205, `Url is not a valid URL: ${url}`);
  if (!/^\d{1,3}$/.test(timeout)) throw new TwilioError(400, 21218, `Timeout is not valid: ${timeout}`);
  return { to: numberOf(to), from: numberOf(from), url, timeout: Number(timeout) };
}

/** Programmable Voice, as far as it is spoken here: outbound calls, their progress, TwiML, recordings. */
export class TwilioCalls implements Exchange {
  readonly #orders = new WeakMap<Call, Order & { told: Promise<unknown>; sequence: number }>();

  constructor(private readonly calls: Calls, private readonly recordings: Recordings, private readonly webhooks: Webhooks, private readonly pace: number) {
    calls.onChange((call, status) => status && this.#tell(call));
  }

  mount(door: TwilioDoor): void {
    door.route('POST', '/Calls.json', 'voice', ({ form, base, params }, reply) => {
      const { url, ...request } = checked(form);
      const call = this.calls.place({ ...request, parent: null });
      this.#orders.set(call, {
        url, base: `${base}/2010-04-01/Accounts/${params['account']}`, callback: form['StatusCallback'], detection: form['MachineDetection'],
        events: new Set((form['StatusCallbackEvent'] ?? 'completed').split(' ')), told: Promise.resolve(), sequence: 0,
      });
      this.#tell(call);
      void call.ring();
      return reply.code(201).send(shown(call));
    });
    door.route('GET', '/Calls/:sid.json', 'voice', ({ params }) => shown(this.#found(params['sid'])));
    door.route('POST', '/Calls/:sid.json', 'voice', ({ params, form }) => {
      const call = this.#found(params['sid']);
      if (form['Status'] === 'canceled') call.apply('cancel');
      if (form['Status'] === 'completed') void (call.apply('hang-up') || call.apply('cancel'));
      return shown(call);
    });
    door.route('GET', '/Recordings/:file', 'voice', ({ params }, reply) => {
      const recording = this.recordings.get((params['file'] ?? '').replace(/\.wav$/, ''));
      if (!recording) throw new TwilioError(404, 20404, `The requested resource /Recordings/${params['file']} was not found`);
      return reply.type('audio/wav').send(recording.audio);
    });
    door.route('DELETE', '/Recordings/:file', 'voice', ({ params }, reply) => {
      if (!this.recordings.delete((params['file'] ?? '').replace(/\.json$/, ''))) throw new TwilioError(404, 20404, 'The requested resource was not found');
      return reply.code(204).send();
    });
  }

  async document(call: Call, url: string, fields: Record<string, string>): Promise<string> {
    const answer = await this.webhooks.post(url, { ...this.#facts(call), ...fields });
    if (!answer || answer.status >= 400) throw new Error(`${new URL(url).pathname} answered ${answer?.status ?? 'nothing'}`);
    return answer.text;
  }

  record(call: Call, text: string, audio: Buffer | undefined, most: number): ReturnType<Exchange['record']> {
    return this.recordings.keep(this.#orders.get(call)?.base ?? '', call.request.sid, text, audio, most);
  }

  recorded(call: Call, { sid, url, seconds, text }: ReturnType<Exchange['record']>, verb: Parameters<Exchange['recorded']>[2]): void {
    const facts = { ...this.#facts(call), RecordingSid: sid, RecordingUrl: url };
    if (verb.recordingStatusCallback) void this.webhooks.post(verb.recordingStatusCallback, { ...facts, RecordingStatus: 'completed', RecordingDuration: String(seconds), RecordingChannels: '1' });
    if (verb.transcribeCallback && text) void this.webhooks.post(verb.transcribeCallback, { ...facts, TranscriptionStatus: 'completed', TranscriptionText: text });
  }

  dial(from: Call, number: string, callerId: string, timeout: number): Call {
    const call = this.calls.place({ to: numberOf(number), from: callerId, parent: from.request.sid, timeout });
    call.signal.addEventListener('abort', () => from.write('line', 'Dial', call.answeredAt ? 'The other side hung up' : 'Nobody could be reached'), { once: true });
    void call.ring();
    return call;
  }

  over(call: Call): Promise<void> {
    return this.calls.over(call);
  }

  #found(sid: string | undefined): Call {
    const call = this.calls.get(sid ?? '');
    if (!call) throw new TwilioError(404, 20404, `The requested resource /Calls/${sid}.json was not found`);
    return call;
  }

  /** What a change of status brings about: a callback, and once it is answered the first document. */
  #tell(call: Call): void {
    const order = this.#orders.get(call);
    if (!order) return this.#bridge(call);
    const event = EVENTS[call.status];
    if (order.callback && order.events.has(event)) {
      const fields = {
        ...this.#facts(call), Timestamp: new Date().toUTCString(), SequenceNumber: String(order.sequence++), CallbackSource: 'call-progress-events',
        ...(call.over ? { CallDuration: String(call.seconds) } : {}),
      };
      const { callback } = order;
      order.told = order.told.then(() => this.webhooks.post(callback, fields));
    }
    if (call.status === 'in-progress') void this.#begin(call, order);
  }

  async #begin(call: Call, { url, detection }: Order): Promise<void> {
    call.write('line', 'Answer', call.answeredBy === 'machine' ? 'The answering machine picked up' : 'Picked up');
    if (detection === 'DetectMessageEnd' && call.answeredBy === 'machine') await new Promise((greeted) => setTimeout(greeted, GREETING_MS * this.pace).unref());
    await new Runner(call, this, this.pace).run(url);
  }

  /** Somebody who was put through hears that somebody is there. */
  #bridge(call: Call): void {
    const parent = call.request.parent === null ? undefined : this.calls.get(call.request.parent);
    if (call.status !== 'in-progress' || !parent) return;
    [parent.bridge, call.bridge] = [call, parent];
    call.listen('somebody else');
    for (const side of [parent, call]) side.write('line', 'Dial', side === call ? `Put through: ${parent.request.to}` : 'Connected');
  }

  #facts(call: Call): Record<string, string> {
    const { sid, to, from } = call.request;
    const detection = this.#orders.get(call)?.detection;
    const machine = detection === 'DetectMessageEnd' ? 'machine_end_beep' : 'machine_start';
    return {
      CallSid: sid, CallStatus: call.status, To: to, From: from, Called: to, Caller: from, Direction: 'outbound-api',
      ...(detection && call.answeredBy ? { AnsweredBy: call.answeredBy === 'machine' ? machine : 'human' } : {}),
    };
  }
}

const shown = (call: Call): object => ({
  sid: call.request.sid, to: call.request.to, from: call.request.from, status: call.status, direction: 'outbound-api', api_version: '2010-04-01', answered_by: call.answeredBy,
  duration: call.over ? String(call.seconds) : null, start_time: call.answeredAt?.toUTCString() ?? null, end_time: call.endedAt?.toUTCString() ?? null, uri: `/2010-04-01/Calls/${call.request.sid}.json`,
});
