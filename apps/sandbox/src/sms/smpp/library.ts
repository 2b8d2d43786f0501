import { createRequire } from 'node:module';
import type { Server } from 'node:net';

/** The package brings no types; these are the parts that the operator touches. */
export interface Pdu {
  readonly command: string;
  readonly command_status: number;
  readonly system_id?: string;
  readonly password?: string;
  readonly source_addr?: string;
  readonly destination_addr?: string;
  readonly registered_delivery?: number;
  readonly esm_class?: number;
  readonly short_message?: ShortMessage;
  readonly message_payload?: ShortMessage;
  response(options?: object): Pdu;
}

export interface ShortMessage {
  readonly message?: string | Buffer;
  /** The elements of the header, one buffer each. */
  readonly udh?: readonly Buffer[];
}

export interface Session {
  on(event: 'pdu', listener: (pdu: Pdu) => void): void;
  on(event: 'close', listener: () => void): void;
  on(event: 'error', listener: (error: Error) => void): void;
  send(pdu: Pdu, answered?: (pdu: Pdu) => void): boolean;
  deliver_sm(options: object, answered?: (pdu: Pdu) => void): boolean;
  submit_sm(options: object, answered?: (pdu: Pdu) => void): boolean;
  bind_transceiver(options: object, answered?: (pdu: Pdu) => void): boolean;
  enquire_link(options: object, answered?: (pdu: Pdu) => void): boolean;
  close(): void;
  destroy(): void;
}

export interface SmppLibrary {
  createServer(listener: (session: Session) => void): Server;
  connect(options: { host: string; port: number }, connected: () => void): Session;
  readonly [constant: `ESME_R${string}`]: number;
}

export const smpp = createRequire(import.meta.url)('smpp') as SmppLibrary;
