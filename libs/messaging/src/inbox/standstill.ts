import type { Log } from '../kafka/index.ts';
import { storedPositions, type Queries } from './offsets.ts';
import type { Stop } from './stop.ts';

const LOOK_MS = 1000;
const text = (number: bigint | null): string | null => (number === null ? null : String(number));

/**
 * A stop, written where operators see it. It is over once the stored position is another than the one it stopped at: somebody has accepted it, in whichever
 * instance they asked, or the database was put right.
 */
export class Standstill {
  readonly #db: Queries;
  readonly #consumer: string;
  readonly #stop: Stop;
  readonly #log: Log;
  readonly #onOver: () => void;
  #timer: NodeJS.Timeout | undefined;
  #written = false;

  constructor(db: Queries, consumer: string, stop: Stop, log: Log, onOver: () => void) {
    this.#db = db;
    this.#consumer = consumer;
    this.#stop = stop;
    this.#log = log;
    this.#onOver = onOver;
    this.#next(0);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #next(ms: number): void {
    this.#timer = setTimeout(() => void this.#look(), ms);
  }

  async #look(): Promise<void> {
    try {
      if (!this.#written) await this.#write();
      this.#written = true;
      if (this.#timer !== undefined && (await this.#over())) return this.#onOver();
    } catch (error) {
      this.#log.warn({ err: error, consumer: this.#consumer }, 'could not look whether the stop of a consumer was accepted: will try again');
    }
    if (this.#timer !== undefined) this.#next(LOOK_MS);
  }

  async #over(): Promise<boolean> {
    const { topic, partition, at } = this.#stop;
    const stored = (await storedPositions(this.#db, this.#consumer, topic)).get(partition);
    return stored !== undefined && (stored.next !== at.next || stored.generation !== at.generation || stored.number !== at.number);
  }

  async #write(): Promise<void> {
    const { topic, partition, kind, reason, at, resume } = this.#stop;
    await this.#db.query(
      `INSERT INTO consumer_stop (consumer, topic, partition, kind, reason, at_next, at_generation, at_number, resume_next, resume_generation, resume_number)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       ON CONFLICT (consumer, topic, partition) DO UPDATE SET kind = excluded.kind, reason = excluded.reason, stopped_at = now(),
         at_next = excluded.at_next, at_generation = excluded.at_generation, at_number = excluded.at_number,
         resume_next = excluded.resume_next, resume_generation = excluded.resume_generation, resume_number = excluded.resume_number`,
      [
        this.#consumer, topic, partition, kind, reason, text(at.next), at.generation, text(at.number), text(resume.next), resume.generation, text(resume.number),
      ],
    );
  }
}
