import { Problem } from '@candor/http';
import { v7 as uuidv7 } from 'uuid';
import type { EntityManager } from 'typeorm';
import type { Handler, Handlers } from '../inbox/handlers.ts';
import type { StopKind } from '../inbox/stop.ts';
import { inTransaction, type AfterCommit, type Target } from '../inbox/transaction.ts';
import type { Acceptance, ConsumerState } from './shapes.ts';

interface Row {
  consumer: string;
  topic: string;
  partition: number;
  next: string;
  generation: string | null;
  number: string | null;
  kind: StopKind | null;
  reason: string;
  stopped_at: Date;
  resume_next: string;
  resume_generation: string | null;
  resume_number: string | null;
}

const STATES = `
  SELECT o.consumer, o.topic, o.partition, o.next, o.generation, o.number, s.kind, s.reason, s.stopped_at, s.resume_next, s.resume_generation, s.resume_number
  FROM consumer_offset o LEFT JOIN consumer_stop s ON (s.consumer, s.topic, s.partition, s.at_next) = (o.consumer, o.topic, o.partition, o.next)
    AND s.at_generation IS NOT DISTINCT FROM o.generation AND s.at_number IS NOT DISTINCT FROM o.number`;

/** Where the service's consumers are, and the word of an operator that one which refuses to go on may. */
export class Consumers {
  readonly #target: Target;
  readonly #handlers: Handlers;

  constructor(target: Target, handlers: Handlers) {
    this.#target = target;
    this.#handlers = handlers;
  }

  async list(): Promise<ConsumerState[]> {
    return (await this.#target.dataSource.query<Row[]>(`${STATES} ORDER BY o.consumer, o.topic, o.partition`)).map(stateOf);
  }

  /** Latest first. */
  async accepted(limit: number): Promise<Acceptance[]> {
    const rows = await this.#target.dataSource.query<(Acceptance & { accepted_by: string; accepted_at: Date })[]>(
      `SELECT id, consumer, topic, partition, kind, found, reason, accepted_by, accepted_at,
         jsonb_build_object('offset', at_next::text, 'generation', at_generation, 'number', at_number::text) AS "from",
         jsonb_build_object('offset', resume_next::text, 'generation', resume_generation, 'number', resume_number::text) AS "to"
       FROM consumer_acceptance ORDER BY accepted_at DESC, id DESC LIMIT $1`,
      [limit],
    );
    return rows.map(({ accepted_by, accepted_at, ...row }) => ({ ...row, acceptedBy: accepted_by, acceptedAt: accepted_at.toISOString() }));
  }

  /**
   * Lets a consumer that stopped go on past what it found, and records who said so. Into a new generation it goes only if its handler ignores what it has or starts over.
   * @throws Problem 404; 409 if it is not stopped there, or cannot take its topic again
   */
  async accept(consumer: string, topic: string, partition: number, reason: string, by: string): Promise<Acceptance> {
    const id = uuidv7();
    await inTransaction(this.#target, async (tx, afterCommit) => {
      const handler = this.#handlers.find(consumer, topic);
      const [row] = await tx.query<Row[]>(`${STATES} WHERE (o.consumer, o.topic, o.partition) = ($1, $2, $3) FOR UPDATE OF o`, [consumer, topic, partition]);
      if (!handler || !row) throw new Problem({ status: 404, code: 'CONSUMER.UNKNOWN', title: 'There is no such consumer', detail: `${consumer} does not read partition ${partition} of ${topic} here` });
      if (row.kind === null) throw new Problem({ status: 409, code: 'CONSUMER.NOT_STOPPED', title: 'This consumer has not stopped there', detail: `${consumer} is at offset ${row.next} of ${topic}/${partition}` });
      if (row.kind === 'generation') await takeAgain(handler, partition, tx, afterCommit);
      await tx.query(
        `UPDATE consumer_offset SET next = $4, generation = $5, number = $6 WHERE (consumer, topic, partition) = ($1, $2, $3)`,
        [consumer, topic, partition, row.resume_next, row.resume_generation, row.resume_number],
      );
      await tx.query(
        `INSERT INTO consumer_acceptance (id, consumer, topic, partition, kind, found, at_next, at_generation, at_number, resume_next, resume_generation, resume_number, reason, accepted_by)
         SELECT $1, consumer, topic, partition, kind, reason, at_next, at_generation, at_number, resume_next, resume_generation, resume_number, $5, $6
         FROM consumer_stop WHERE (consumer, topic, partition) = ($2, $3, $4)`,
        [id, consumer, topic, partition, reason, by],
      );
      await tx.query('DELETE FROM consumer_stop WHERE (consumer, topic, partition) = ($1, $2, $3)', [consumer, topic, partition]);
    });
    const made = (await this.accepted(100)).find((one) => one.id === id);
    return made!;
  }
}

async function takeAgain(handler: Handler, partition: number, tx: EntityManager, afterCommit: AfterCommit): Promise<void> {
  if (handler.again === 'ignores') return;
  if (handler.again === undefined) {
    throw new Problem({
      status: 409, code: 'CONSUMER.CANNOT_TAKE_AGAIN', title: 'This consumer cannot take the topic again',
      detail: `${handler.consumer} would apply twice what it has of ${handler.topic.name}`,
    });
  }
  await handler.invoke({ startOver: true, topic: handler.topic, partition, tx, afterCommit });
}

function stateOf({ consumer, topic, partition, next, generation, number, ...stop }: Row): ConsumerState {
  return {
    consumer, topic, partition, position: { offset: next, generation, number },
    stopped: stop.kind === null ? null : {
      kind: stop.kind, found: stop.reason, since: stop.stopped_at.toISOString(),
      goesOnAt: { offset: stop.resume_next, generation: stop.resume_generation, number: stop.resume_number },
    },
  };
}
