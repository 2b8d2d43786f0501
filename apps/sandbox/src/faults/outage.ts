import type { AddressInfo, Server } from 'node:net';
import type { FaultLine, Faults } from './faults.ts';

/** A server that can be away: made anew each time it comes back. */
export interface Listener {
  readonly server: Server;
  /** Ends it and every connection at once: an outage does not wait for its clients. */
  end(): Promise<void>;
}

/** Listens while its line is not meant to be down, always at the same port. */
export class Outage {
  readonly #faults: Faults;
  readonly #line: FaultLine;
  readonly #host: string;
  readonly #open: () => Listener;
  #port: number;
  #listener: Listener | undefined;
  #changing: Promise<void> = Promise.resolve();

  /** @param port 0: any that is free, and then that one */
  constructor(faults: Faults, line: FaultLine, host: string, port: number, open: () => Listener) {
    this.#faults = faults;
    this.#line = line;
    this.#host = host;
    this.#port = port;
    this.#open = open;
    faults.onChange(() => void this.settle());
  }

  /** Stays the same while it is away. */
  get port(): number {
    return this.#port;
  }

  /** Listens unless it is meant to be down; resolves when that is so. */
  settle(): Promise<void> {
    this.#changing = this.#changing.then(() => (this.#faults.of(this.#line) === 'down' ? this.#end() : this.#listen()));
    return this.#changing;
  }

  async close(): Promise<void> {
    await this.#changing;
    await this.#end();
  }

  async #listen(): Promise<void> {
    if (this.#listener) return;
    const listener = this.#open();
    const { server } = listener;
    await new Promise<void>((listening, failed) => {
      server.once('error', failed);
      server.listen(this.#port, this.#host, () => {
        server.off('error', failed);
        listening();
      });
    });
    this.#port = (server.address() as AddressInfo).port;
    this.#listener = listener;
  }

  async #end(): Promise<void> {
    const listener = this.#listener;
    this.#listener = undefined;
    await listener?.end();
  }
}
