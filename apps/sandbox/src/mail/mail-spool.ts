import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { StoredMail } from './mailbox.ts';

type Kept = Omit<StoredMail, 'id'>;
const MAILS_PER_FILE = 5_000;

/** Mails on disk, one line each, in two files that take turns: the older is thrown away when the newer is full. Not a system of record. */
export class MailSpool {
  readonly #current: string;
  readonly #previous: string;
  #lines = 0;

  constructor(home: string) {
    mkdirSync(home, { recursive: true });
    this.#current = join(home, 'mail.ndjson');
    this.#previous = join(home, 'mail.1.ndjson');
  }

  load(): Kept[] {
    const current = readKept(this.#current);
    this.#lines = current.length;
    return [...readKept(this.#previous), ...current];
  }

  append({ at, from, to, size, packed }: Kept): void {
    if (this.#lines >= MAILS_PER_FILE) {
      renameSync(this.#current, this.#previous);
      this.#lines = 0;
    }
    appendFileSync(this.#current, `${JSON.stringify({ at, from, to, size, packed: packed.toString('base64') })}\n`);
    this.#lines++;
  }
}

/** A line that a crash cut short is left out. */
function readKept(file: string): Kept[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8').split('\n').flatMap((line) => {
    try {
      const kept = JSON.parse(line) as { at: string; from: string; to: string[]; size: number; packed: string };
      return [{ ...kept, at: new Date(kept.at), packed: Buffer.from(kept.packed, 'base64') }];
    } catch {
      return [];
    }
  });
}
