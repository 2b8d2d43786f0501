import { textArray } from '@candor/database';
import type pg from 'pg';
import type { Draft } from './draft.ts';

type Cell = string | number | null | undefined;

/** Columns of a posted answer with the type each is cast to, and where its value comes from. */
const COLUMNS: readonly (readonly [name: string, type: string, value: (draft: Draft) => Cell])[] = [
  ['id', 'text', ({ answer }) => answer.id],
  ['fingerprint', 'text', ({ fingerprint }) => fingerprint],
  ['programme', 'text', ({ answer }) => answer.coordinates.programme],
  ['touchpoint', 'text', ({ answer }) => answer.coordinates.touchpoint],
  ['unit', 'text', ({ answer }) => answer.coordinates.path.at(-1)],
  // Keys hold no slash.
  ['path', 'path', ({ answer }) => answer.coordinates.path.join('/')],
  ['day', 'date', ({ answer }) => answer.coordinates.day],
  ['hour', 'smallint', ({ answer }) => answer.coordinates.hour],
  ['channel', 'text', ({ answer }) => answer.coordinates.channel],
  ['measure', 'text', ({ answer }) => answer.measure],
  ['score', 'smallint', ({ answer }) => answer.score],
  ['discourage', 'smallint', ({ answer }) => answer.discourage],
  ['served_by', 'text', ({ answer }) => answer.coordinates.servedBy],
  ['product', 'text', ({ answer }) => answer.coordinates.product],
  ['segment', 'text', ({ answer }) => answer.coordinates.segment],
  ['account', 'text', ({ answer }) => answer.coordinates.account],
  ['language', 'text', ({ answer }) => answer.coordinates.language],
  // Names of cuts hold no comma.
  ['cuts', 'names', ({ answer }) => answer.coordinates.cuts?.join(',')],
  ['attributes', 'jsonb', ({ answer }) => answer.attributes && JSON.stringify(answer.attributes)],
  ['comment', 'text', ({ answer }) => answer.comment],
  ['contact', 'jsonb', ({ answer }) => answer.contact && JSON.stringify(answer.contact)],
  ['answered_at', 'timestamptz', ({ answer }) => answer.answeredAt.toISOString()],
  ['recorded_at', 'timestamptz', ({ answer }) => answer.recordedAt.toISOString()],
];

const names = COLUMNS.map(([name]) => name);
const cast = ([name, type]: (typeof COLUMNS)[number]): string => (type === 'path' ? `string_to_array(r.${name}, '/')` : type === 'names' ? `string_to_array(r.${name}, ',')` : type === 'text' ? `r.${name}` : `r.${name}::${type}`);

/**
 * One statement for any number of answers. The clock is read first and kept to the commit: nobody else writes answers meanwhile, so
 * numbers are given in the order of commits, and two writers cannot wait for each other's ids.
 */
const INSERT = `
  WITH clock AS (UPDATE change_clock SET last = last + $1::bigint WHERE id = 1 RETURNING last - $1::bigint AS before)
  INSERT INTO response (revision, state, change, changed_at, ${names.join(', ')})
  SELECT 1, 'counted', clock.before + r.ordinal, r.recorded_at::timestamptz, ${COLUMNS.map(cast).join(', ')}
  FROM clock, unnest(${names.map((_name, index) => `$${index + 2}::text[]`).join(', ')}) WITH ORDINALITY AS r(${names.join(', ')}, ordinal)
  ON CONFLICT (id) DO NOTHING
  RETURNING id`;

/** @returns the ids that were new; the others are there already, and untouched */
export async function insertAnswers(client: pg.ClientBase, drafts: readonly Draft[]): Promise<Set<string>> {
  const columns = COLUMNS.map(([, , value]) => textArray(drafts.map((draft) => cell(value(draft)))));
  const { rows } = await client.query<{ id: string }>({ name: 'ingestion-insert-answers', text: INSERT, values: [drafts.length, ...columns] });
  return new Set(rows.map(({ id }) => id));
}

const cell = (value: Cell): string | null => (value === undefined || value === null ? null : String(value));
