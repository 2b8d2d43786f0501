import { createHmac, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What came back from the service. */
export interface Heard {
  status: number;
  text: string;
}
/** How orders of calls are treated; `is-busy-at-once`: the end of the call is told before its order is answered. */
export type Manner = 'takes' | 'is-busy-at-once' | 'throttles' | 'errors' | 'knows-no-such-number';
interface Element {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: Element[];
}

const PUBLIC_URL = 'http://localhost:8080';
const ACCOUNT = 'ACtest';
const TOKEN = 'the-token-of-the-account';

/** Somebody else's telephone exchange: takes orders of calls in Twilio's dialect, walks the documents that it is given, keeps what was spoken. */
export class PhoneCompany {
  readonly calls: PlacedCall[] = [];
  readonly recordings = new Map<string, Buffer>();
  manner: Manner = 'takes';
  /** Where the service under test is, behind its public address. */
  service = '';
  #server: Server | undefined;

  static async start(): Promise<PhoneCompany> {
    const company = new PhoneCompany();
    company.#server = createServer((request, response) => void company.#answer(request, response));
    await new Promise<void>((resolve) => company.#server?.listen(0, '127.0.0.1', resolve));
    return company;
  }

  /** What the service needs to know of it. */
  get env(): Record<string, string> {
    const { port } = this.#server?.address() as AddressInfo;
    return { TWILIO_URL: `http://127.0.0.1:${port}`, TWILIO_ACCOUNT_SID: ACCOUNT, TWILIO_AUTH_TOKEN: TOKEN, VOICE_FROM: '+97233700100', VOICE_RATE: '100' };
  }

  to(number: string): PlacedCall[] {
    return this.calls.filter(({ form }) => form['To'] === number);
  }

  async close(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise<void>((resolve) => this.#server?.close(() => resolve()) ?? resolve());
  }

  /** Posts to the service as a provider does. @param signature instead of the right one */
  async post(url: string, fields: Record<string, string>, signature = sign(url, fields)): Promise<Heard> {
    const answer = await fetch(url.replace(PUBLIC_URL, this.service), {
      method: 'POST', body: new URLSearchParams(fields).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded', ...(signature && { 'x-twilio-signature': signature }) },
    });
    return { status: answer.status, text: await answer.text() };
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const reply = (status: number, body: unknown): void => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.headers.authorization !== `Basic ${Buffer.from(`${ACCOUNT}:${TOKEN}`).toString('base64')}`) return reply(401, { code: 20003 });
    const path = request.url?.replace(`/2010-04-01/Accounts/${ACCOUNT}`, '') ?? '';
    const recording = /^\/Recordings\/(\w+)\.(wav|json)$/.exec(path);
    if (recording) return this.#recording(request.method ?? '', recording[1]!, response);
    const call = this.calls.find(({ sid }) => path === `/Calls/${sid}.json`);
    if (call) return reply(200, { sid: call.sid, status: call.status, answered_by: null });
    if (path !== '/Calls.json') return reply(404, { code: 20404 });
    switch (this.manner) {
      case 'throttles': return reply(429, { code: 20429, message: 'Too Many Requests' });
      case 'errors': return reply(500, { code: 20500 });
      case 'knows-no-such-number': return reply(400, { code: 21211, message: 'Invalid To' });
      case 'is-busy-at-once':
      case 'takes': {
        const placed = new PlacedCall(this, Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString())));
        this.calls.push(placed);
        if (this.manner === 'is-busy-at-once') await placed.ends('busy');
        return reply(201, { sid: placed.sid, status: 'queued' });
      }
    }
  }

  #recording(method: string, sid: string, response: ServerResponse): void {
    const audio = this.recordings.get(sid);
    if (!audio) return void response.writeHead(404).end();
    if (method === 'DELETE') {
      this.recordings.delete(sid);
      return void response.writeHead(204).end();
    }
    response.writeHead(200, { 'content-type': 'audio/x-wav' }).end(audio);
  }
}

/** One call, played from the other end of the line. */
export class PlacedCall {
  readonly sid = `CA${randomBytes(16).toString('hex')}`;
  /** All that was said or played, in order. */
  readonly said: string[] = [];
  /** What the company says when it is asked. */
  status = 'queued';
  /** What the document waits for. */
  waitsFor: Element | undefined;

  constructor(private readonly company: PhoneCompany, readonly form: Readonly<Record<string, string>>) {}

  answer(by = 'human'): Promise<Heard> {
    return this.follow(this.form['Url'] ?? '', { CallStatus: 'in-progress', AnsweredBy: by });
  }

  /** Presses keys at a `Gather`; nothing: the silence runs out. */
  press(digits: string): Promise<Heard> {
    return this.follow(this.#waiting('Gather').attributes['action']!, { Digits: digits, CallStatus: 'in-progress' });
  }

  /** Speaks at a `Record`. @returns the name of the recording */
  async speak(seconds: number): Promise<string> {
    const { action, recordingStatusCallback } = this.#waiting('Record').attributes;
    const sid = `RE${randomBytes(16).toString('hex')}`;
    const facts = { RecordingSid: sid, RecordingDuration: String(seconds), RecordingUrl: `https://elsewhere.example/Recordings/${sid}` };
    await this.follow(action!, { ...facts, CallStatus: 'in-progress' });
    this.company.recordings.set(sid, Buffer.from(`RIFF of ${sid}`));
    await this.tell(recordingStatusCallback!, { ...facts, RecordingStatus: 'completed' });
    return sid;
  }

  /** The person that was dialled is done, or was not there. */
  dialled(status: string): Promise<Heard> {
    return this.follow(this.#waiting('Dial').attributes['action']!, { DialCallStatus: status, CallStatus: 'in-progress' });
  }

  ends(status: string, more: Record<string, string> = {}): Promise<Heard> {
    return this.tell(this.form['StatusCallback'] ?? '', { CallStatus: status, ...more });
  }

  /** Asks for a document, and walks it until it waits or ends. */
  async follow(url: string, fields: Record<string, string>): Promise<Heard> {
    const heard = await this.tell(url, fields);
    this.waitsFor = undefined;
    if (heard.status === 200) this.#walk(parse(heard.text));
    return heard;
  }

  tell(url: string, fields: Record<string, string>, signature?: string): Promise<Heard> {
    return this.company.post(url, { CallSid: this.sid, AccountSid: ACCOUNT, To: this.form['To'] ?? '', ...fields }, signature);
  }

  #walk(elements: Element[]): void {
    for (const element of elements) {
      if (element.name === 'Say' || element.name === 'Play') this.said.push(element.text);
      if (element.name === 'Gather') this.said.push(...element.children.map(({ text }) => text));
      if (element.name === 'Hangup') return;
      if (['Gather', 'Record', 'Dial'].includes(element.name)) {
        this.waitsFor = element;
        return;
      }
    }
  }

  #waiting(name: string): Element {
    if (this.waitsFor?.name !== name) throw new Error(`The call waits for ${this.waitsFor?.name ?? 'nothing'}, not for ${name}; it said: ${this.said.join(' | ')}`);
    return this.waitsFor;
  }
}

export function sign(url: string, fields: Record<string, string>, token = TOKEN): string {
  return createHmac('sha1', token).update(url + Object.keys(fields).sort().map((name) => name + fields[name]).join('')).digest('base64');
}

/** The verbs of a document. @throws if it is no XML, or begins otherwise */
function parse(document: string): Element[] {
  const stack: Element[] = [{ name: '', attributes: {}, text: '', children: [] }];
  for (const [, closing, name, attributes, empty, text] of document.replace(/^<\?xml [^>]*\?>\s*/, '').matchAll(/<(\/?)(\w+)((?:\s+\w+="[^"<]*")*)\s*(\/?)>|([^<]+)/g)) {
    const open = stack.at(-1)!;
    if (text !== undefined) open.text += unescape(text);
    else if (closing) {
      if (open.name !== name) throw new Error(`</${name}> closes <${open.name}> in ${document}`);
      stack.pop();
    } else {
      const element: Element = { name: name!, text: '', children: [], attributes: Object.fromEntries([...attributes!.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, value]) => [key, unescape(value!)])) };
      open.children.push(element);
      if (!empty) stack.push(element);
    }
  }
  const [response] = stack[0]!.children;
  if (stack.length !== 1 || response?.name !== 'Response') throw new Error(`no document: ${document}`);
  return response.children;
}

const NAMED: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" };
const unescape = (text: string): string => text.replace(/&\w+;/g, (entity) => NAMED[entity] ?? entity);
