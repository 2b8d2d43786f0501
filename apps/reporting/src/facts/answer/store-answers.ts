import { responseAmended, responseErased, responseExcluded, responseRecorded, responseReinstated, type ResponseChange } from '@candor/contracts';
import { prepared } from '@candor/database';
import type { Received } from '@candor/messaging';
import type { EntityManager } from 'typeorm';
import { placeNew, takeBack } from '../../placement/move-facts.ts';
import type { ChangedFigure } from '../../score-cells/upsert-cells.ts';
import { ANSWERS } from '../../placement/shift-sums.ts';
import { holdTree } from '../../placement/tree-lock.ts';
import { holdPersons } from '../person/customers.ts';
import { storeSeenPaths } from '../seen-paths.ts';
import { answersIn, flat } from './answer-row.ts';

const CHANGES = new Set([responseRecorded, responseAmended, responseExcluded, responseReinstated, responseErased].map(({ type }) => type));

/** Columns that come from the contribution; a change that does not tell them leaves them as they are. */
const COORDINATES = [
  'programme', 'touchpoint', 'unit', 'path', 'day', 'hour', 'channel', 'measure', 'score', 'discourage', 'segment', 'served_by', 'product',
  'customer_segment', 'account', 'language', 'survey', 'selection', 'selection_probability', 'cuts',
  'rival', 'rival_score', 'likely_to_switch', 'switch_to',
];
const STATE = ['revision', 'erased', 'excluded', 'reason', 'answered_at', 'changed_at', 'invitation', 'person', 'message'];
const TYPES = `id text, revision int, erased boolean, excluded boolean, reason text, answered_at timestamptz, changed_at timestamptz, invitation uuid, person uuid, message smallint,
  programme text, touchpoint text, unit text, path text[], day date, hour smallint, channel text, measure text, score smallint, discourage smallint, segment text,
  served_by text, product text, customer_segment text, account text, language text, survey int, selection text, selection_probability float8, cuts text[],
  rival text, rival_score smallint, likely_to_switch smallint, switch_to text, recorded_at timestamptz`;

const kept = (column: string): string =>
  `${column} = CASE WHEN excluded.erased THEN NULL WHEN excluded.programme IS NULL THEN a.${column} ELSE excluded.${column} END`;

/** What is read again later than this (a rebuild, an import) says nothing of how long answers take to be here. */
const AGAIN = `interval '6 hours'`;

const UPSERT = `INSERT INTO answer AS a (id, ${[...STATE, ...COORDINATES].join(', ')}, customer, recorded_at, copied_at)
  SELECT r.id, ${[...STATE, ...COORDINATES].map((column) => `r.${column}`).join(', ')}, p.customer, r.recorded_at, CASE WHEN r.recorded_at > now() - ${AGAIN} THEN clock_timestamp() END
  FROM jsonb_to_recordset($1::jsonb) AS r(${TYPES}) LEFT JOIN person p ON p.person = r.person ORDER BY r.id
  ON CONFLICT (id) DO UPDATE SET ${[...STATE.map((column) => `${column} = excluded.${column}`), ...COORDINATES.map(kept), 'customer = excluded.customer',
    'recorded_at = coalesce(a.recorded_at, excluded.recorded_at)', 'copied_at = coalesce(a.copied_at, excluded.copied_at)'].join(', ')}
  WHERE a.revision IS NULL OR a.revision < excluded.revision`;

/**
 * Keeps each answer as it stands after its latest change, whatever is repeated or comes late.
 * @returns figures that moved, since an answer belongs elsewhere than where it was counted: for `tellMoved`
 */
export async function storeAnswers(tx: EntityManager, events: readonly Received[]): Promise<ChangedFigure[]> {
  const rows = answersIn(events.filter(({ type }) => CHANGES.has(type)) as Received<ResponseChange>[]);
  if (rows.length === 0) return [];
  await holdPersons(tx, rows.map(({ person }) => person));
  await holdTree(tx);
  const takenBack = await takeBack(tx, ANSWERS, rows.filter(({ revision }) => revision > 1).map(({ id }) => id));
  await prepared(tx, UPSERT, [JSON.stringify(rows.map(flat))]);
  const placed = await placeNew(tx, ANSWERS, rows.map(({ id }) => id));
  await storeSeenPaths(tx, rows.flatMap(({ contribution }) => (contribution ? [contribution.path] : [])));
  return [...takenBack, ...placed];
}
