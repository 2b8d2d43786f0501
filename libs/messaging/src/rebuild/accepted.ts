import type { DataSource } from 'typeorm';
import type { Position } from '../inbox/batch.ts';

/** What operators have let the live consumer pass. */
export class Accepted {
  readonly #db: DataSource;
  readonly #consumer: string;

  constructor(db: DataSource, consumer: string) {
    this.#db = db;
    this.#consumer = consumer;
  }

  async passes(topic: string, partition: number, resume: Position): Promise<boolean> {
    const rows = (await this.#db.query(
      'SELECT 1 FROM consumer_acceptance WHERE (consumer, topic, partition, resume_next) = ($1, $2, $3, $4) AND resume_generation IS NOT DISTINCT FROM $5', [this.#consumer, topic, partition, String(resume.next), resume.generation],
    )) as unknown[];
    return rows.length > 0;
  }
}
