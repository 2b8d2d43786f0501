import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { twilioSignature } from '../src/channel/twilio/signature.ts';

export interface TwilioMessage {
  sid: string;
  To: string;
  From: string;
  Body: string;
  StatusCallback?: string;
}
/** What it answers instead of taking a message; `hangs` takes it and answers nothing. */
export type TwilioFault = { status: number; code?: number; retryAfter?: number } | 'hangs';

/** The part of Twilio's API that sends text messages, and its signed callbacks. */
export class TwilioServer {
  static readonly token = 'shared-secret';
  readonly messages: TwilioMessage[] = [];
  /** Those that were not taken. */
  readonly refused: TwilioMessage[] = [];
  /** By number, or for everybody. */
  readonly faults = new Map<string, TwilioFault>();
  /** Called before a message is answered. */
  beforeAnswer: ((message: TwilioMessage) => Promise<void>) | undefined;
  #server: Server | undefined;
  #port = 0;

  static async start(): Promise<TwilioServer> {
    const server = new TwilioServer();
    await server.up();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get env(): Record<string, string> {
    return { TWILIO_URL: this.url, TWILIO_ACCOUNT_SID: 'ACtest', TWILIO_AUTH_TOKEN: TwilioServer.token, SMS_FROM: '+972559700100' };
  }

  to(number: string): TwilioMessage[] {
    return this.messages.filter(({ To }) => To === number);
  }

  async up(): Promise<void> {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
        const answer = (status: number, body: object, headers: Record<string, string> = {}) => response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
        if (request.headers.authorization !== `Basic ${Buffer.from(`ACtest:${TwilioServer.token}`).toString('base64')}`) return answer(401, { code: 20003, message: 'Authenticate' });
        if (request.method !== 'POST' || request.url !== '/2010-04-01/Accounts/ACtest/Messages.json') return answer(404, { code: 20404 });
        const message = { sid: `SM${String(this.messages.length).padStart(32, '0')}`, ...Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString())) } as TwilioMessage;
        const fault = this.faults.get(message.To) ?? this.faults.get('everybody');
        if (fault && fault !== 'hangs') this.refused.push(message);
        if (fault && fault !== 'hangs') return answer(fault.status, { code: fault.code, message: `Not to ${message.To}` }, fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) });
        this.messages.push(message);
        if (fault === 'hangs') return undefined;
        return void (this.beforeAnswer?.(message) ?? Promise.resolve()).then(() => answer(201, { sid: message.sid, status: 'queued' }));
      });
    });
    await new Promise<void>((resolve) => this.#server!.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async down(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    server?.closeAllConnections();
    await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
    await sleep(1);
  }
}

/** A form as Twilio posts and signs it. @param path at the gateway */
export function signedForm(path: string, fields: Record<string, string>, token: string = TwilioServer.token) {
  return {
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': twilioSignature(token, `http://localhost:8080${path}`, fields) },
    body: new URLSearchParams(fields).toString(),
  };
}
