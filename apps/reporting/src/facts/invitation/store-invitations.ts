import { invitationProgressed, type DataOf } from '@candor/contracts';
import { isEvent, type Received } from '@candor/messaging';
import { placeNew, takeBack } from '../../placement/move-facts.ts';
import { INVITATIONS, tellMoved } from '../../placement/shift-sums.ts';
import { holdTree } from '../../placement/tree-lock.ts';
import { storeSeenPaths } from '../seen-paths.ts';
import type { EntityManager } from 'typeorm';

type Progress = DataOf<typeof invitationProgressed>;

const COORDINATES = ['programme', 'touchpoint', 'unit', 'path', 'day', 'hour', 'channel', 'delivered', 'bounced', 'answered', 'matured', 'opened', 'started',
  'language', 'customer_segment', 'account', 'product', 'served_by', 'selection', 'survey', 'cuts', 'measure'];

const UPSERT = `INSERT INTO invitation AS i (id, revision, counted, ${COORDINATES.join(', ')})
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, revision int, counted boolean, programme text, touchpoint text, unit text, path text[], day date,
    hour smallint, channel text, delivered boolean, bounced boolean, answered boolean, matured boolean, opened boolean, started boolean, language text, customer_segment text, account text, product text,
    served_by text, selection text, survey int, cuts text[], measure text) ORDER BY id
  ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, counted = excluded.counted, ${
    COORDINATES.map((column) => `${column} = CASE WHEN excluded.counted THEN excluded.${column} ELSE i.${column} END`).join(', ')}
  WHERE i.revision < excluded.revision`;

/** Keeps what each invitation adds to the funnel. */
export async function storeInvitations(tx: EntityManager, events: readonly Received[]): Promise<void> {
  const latest = new Map<string, Progress>();
  for (const event of events) {
    if (isEvent(event, invitationProgressed) && (latest.get(event.data.id)?.revision ?? 0) < event.data.revision) latest.set(event.data.id, event.data);
  }
  if (latest.size === 0) return;
  const rows = [...latest.values()].map(({ id, revision, after }) => ({
    id, revision, counted: after !== null, ...after, unit: after?.path.at(-1), customer_segment: after?.segment, served_by: after?.servedBy, selection: after?.selection?.method, cuts: after?.cuts ?? [], measure: after?.measure ?? 'nps',
  }));
  await holdTree(tx);
  const takenBack = await takeBack(tx, INVITATIONS, rows.map(({ id }) => id));
  await tx.query(UPSERT, [JSON.stringify(rows)]);
  const placed = await placeNew(tx, INVITATIONS, rows.map(({ id }) => id));
  await storeSeenPaths(tx, rows.flatMap(({ path }) => (path ? [path] : [])));
  await tellMoved(tx, [...takenBack, ...placed]);
}
