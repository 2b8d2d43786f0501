import { setTimeout as pause } from 'node:timers/promises';
import { TestEnvironment } from 'jest-environment-node';

/** How long what a file has closed may take to be gone. */
const PATIENCE_MS = 20_000;
/** What keeps a process alive and is ours to close. Others (the worker's own pipe, files being read) come and go by themselves. */
const OURS = ['TCPSocketWrap', 'TCPServerWrap', 'ProcessWrap', 'Timeout', 'UDPWrap', 'MessagePort'];

const count = (counts, type) => counts.set(type, (counts.get(type) ?? 0) + 1);
const open = () => process.getActiveResourcesInfo().filter((type) => OURS.includes(type)).reduce(count, new Map());

/**
 * Fails a file that leaves something open: a server, a socket, a child process, a timer. (Jest itself only says so, for the whole run, and says it
 * too when a busy machine ends a worker slowly.)
 */
export default class LeakCheckingEnvironment extends TestEnvironment {
  #before = new Map();

  async setup() {
    await super.setup();
    this.#before = open();
  }

  async teardown() {
    await super.teardown();
    const leaked = () => [...open()].filter(([type, now]) => now > (this.#before.get(type) ?? 0)).map(([type, now]) => `${now - (this.#before.get(type) ?? 0)} ${type}`);
    for (const end = Date.now() + PATIENCE_MS; leaked().length > 0;) {
      if (Date.now() > end) throw new Error(`The test file left open: ${leaked().join(', ')}`);
      await pause(50, undefined, { ref: false });
    }
  }
}
