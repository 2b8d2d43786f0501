import { cellScored, scoreTopic, type DataOf } from '@candor/contracts';
import { encode, KafkaPort, outgoing, partitionOf, type KafkaProducer } from '@candor/messaging';
import { createLogger } from '@candor/observability';
import type { Scratch } from '@candor/testing';
import type pg from 'pg';

export const ANSWERS = Number(process.env['BENCH_ANSWERS'] ?? 5_000_000);
export const DAYS = 90;
/** Answers that flow in while figures are asked for, a second. */
export const FLOW = 200;
const [BRANCHES, HOURS, SOURCES] = [20, 10, 6];
const FIRST = Date.UTC(2026, 6, 1);
const SCORES = 11;

export const dayOf = (day: number): string => new Date(FIRST + day * 86_400_000).toISOString().slice(0, 10);

type Cell = DataOf<typeof cellScored>;

/** Answer `i` lies at the same place here and in `RAW`. */
const place = (i: number) => ({ day: Math.floor((i * DAYS) / ANSWERS), branch: i % BRANCHES, hour: 8 + (Math.floor(i / BRANCHES) % HOURS), source: `r${Math.floor(i / (BRANCHES * HOURS)) % SOURCES}`, score: (i * 7) % SCORES });

/** The other side: one row an answer, with the indexes that these questions want. */
const RAW = `
  CREATE SCHEMA raw;
  CREATE TABLE raw.answer (id bigint PRIMARY KEY, touchpoint text NOT NULL, unit text NOT NULL, day date NOT NULL, hour smallint NOT NULL, score smallint NOT NULL);
  INSERT INTO raw.answer SELECT i, 'visit', 'branch-' || i % ${BRANCHES}, date '${dayOf(0)}' + (i * ${DAYS} / ${ANSWERS})::int, 8 + (i / ${BRANCHES}) % ${HOURS}, (i * 7) % ${SCORES}
    FROM generate_series(0::bigint, ${ANSWERS - 1}) i;
  CREATE INDEX ON raw.answer (day, unit, score);
  CREATE INDEX ON raw.answer (unit, day, score);
  VACUUM ANALYZE raw.answer`;

export async function fillRaw(pool: pg.Pool): Promise<void> {
  for (const statement of RAW.split(';')) await pool.query(statement);
}

/** What scoring would have published after the same answers. */
export class Cells {
  readonly #cells = new Map<string, Cell>();
  readonly #kafka: KafkaPort;
  #producer: KafkaProducer | undefined;

  constructor({ brokers, topicPrefix }: Pick<Scratch, 'brokers' | 'topicPrefix'>) {
    this.#kafka = new KafkaPort({ brokers, clientId: 'bench', topicPrefix, log: createLogger('bench', 'error') });
  }

  /** Counts all answers, for whoever goes on where somebody else has published them. */
  know(): void {
    for (let i = 0; i < ANSWERS; i++) this.#count(i, 1);
  }

  async fill(): Promise<void> {
    this.know();
    await this.#publish([...this.#cells.values()]);
  }

  /** Further answers of the last day: new values of their cells. @param from a number of an answer */
  async more(from: number, count: number): Promise<void> {
    const changed = new Set<Cell>();
    for (let i = from; i < from + count; i++) for (const cell of this.#count(ANSWERS - 1 - (i % (ANSWERS / DAYS)), 0)) changed.add(cell);
    for (const cell of changed) cell.version += 1;
    await this.#publish([...changed]);
  }

  async close(): Promise<void> {
    await this.#producer?.disconnect();
    await this.#kafka.disconnect();
  }

  #count(i: number, version: number): Cell[] {
    const { day, branch, hour, source, score } = place(i);
    const of = { measure: 'nps', programme: 'transactional', touchpoint: 'visit', day: dayOf(day), source } as const;
    const unit = `branch-${branch}`;
    const cells = [this.#cell({ ...of, span: 'day', unit: 'bench' }), this.#cell({ ...of, span: 'day', unit }), this.#cell({ ...of, span: 'hour', unit, hour })];
    for (const cell of cells) {
      cell.counts[score]! += 1;
      cell.version += version;
    }
    return cells;
  }

  #cell(at: Omit<Cell, 'version' | 'counts' | 'asOf'>): Cell {
    const key = `${at.span}|${at.unit}|${at.day}|${at.hour ?? ''}|${at.source}`;
    const found = this.#cells.get(key) ?? { ...at, version: 0, counts: new Array<number>(SCORES).fill(0), asOf: new Date().toISOString() };
    this.#cells.set(key, found);
    return found;
  }

  async #publish(cells: readonly Cell[]): Promise<void> {
    if (!this.#producer) {
      this.#producer = this.#kafka.producer();
      await this.#producer.connect();
    }
    for (let i = 0; i < cells.length; i += 5000) {
      await this.#producer.send(cells.slice(i, i + 5000).map((cell) => {
        const { key, headers, payload } = encode(outgoing(cellScored, cell), '/candor/scoring', undefined);
        return { topic: scoreTopic.name, partition: partitionOf(key, scoreTopic.partitions), key, value: payload, headers };
      }));
    }
  }
}
