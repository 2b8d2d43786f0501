import { outcome } from '@candor/contracts';
import { listOf } from '@candor/http';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { namesOf } from '../../person/staff.repository.ts';
import { ledgerFilter, parametersOf, SELECTED, type Selected } from '../ledger-filter.ts';
import { STANDS, stagesBy } from '../stages.ts';

/** What a sum can be taken for, and where it stands. */
const GROUPS = {
  outcome: 'd.outcome', reason: 'd.reason_code', programme: 'd.programme', touchpoint: 'd.touchpoint', unit: 'd.unit', servedBy: "d.interaction ->> 'servedBy'", channel: 'd.channel',
} as const;
export type Group = keyof typeof GROUPS;
const NAMES = Object.keys(GROUPS) as [Group, ...Group[]];

export const summaryQuery = z.object({
  ...ledgerFilter,
  groupBy: listOf(z.enum(NAMES)).default(['outcome', 'reason']).meta({ description: `A row for each: ${NAMES.join(', ')}; separated by commas` }),
});

const count = z.int();
const funnel = {
  interactions: count.meta({ description: 'Each has exactly one outcome and one reason: the rows add up to all interactions' }),
  invited: count.meta({ description: 'Messages that went out: delivered and bounced' }), delivered: count, bounced: count,
  opened: count.meta({ description: 'Mails whose pictures were fetched; indicative, since proxies of mailboxes fetch them for everybody' }),
  started: count.meta({ description: 'Whose page a person began to use' }), answered: count,
};
export const summaryView = z.object({
  asOf: z.string(),
  total: z.object(funnel),
  data: z.array(z.object({
    outcome: outcome.optional(), reason: z.string().optional().meta({ description: 'The code of the reason' }), programme: z.string().optional(), touchpoint: z.string().optional(),
    unit: z.string().optional(), servedBy: z.string().optional(), servedByName: z.string().optional().meta({ description: 'As interactions named the person last' }), channel: z.string().optional(), ...funnel,
  })),
});
export type SummaryView = z.infer<typeof summaryView>;
type Row = SummaryView['data'][number];

export const EXAMPLE: SummaryView = {
  asOf: '2026-11-22T12:00:00.000Z',
  total: { interactions: 1000, invited: 412, delivered: 405, bounced: 7, opened: 310, started: 148, answered: 133 },
  data: [
    { outcome: 'contacted-too-recently', reason: 'FREQUENCY', interactions: 588, invited: 0, delivered: 0, bounced: 0, opened: 0, started: 0, answered: 0 },
    { outcome: 'invited', reason: 'INVITED', interactions: 405, invited: 405, delivered: 405, bounced: 0, opened: 310, started: 148, answered: 133 },
    { outcome: 'invited', reason: 'BOUNCED', interactions: 7, invited: 7, delivered: 0, bounced: 7, opened: 0, started: 0, answered: 0 },
  ],
};

const stages = stagesBy('$9');

/** Counts the interactions of one moment, each once. Unfit for a total of many sums at different moments: each call sees its own. @param anonymous programmes of which is not told who answered: theirs count as silent */
export async function summarise(db: Pick<EntityManager, 'query'>, selected: Selected, groupBy: readonly Group[], now: Date, anonymous: readonly string[]): Promise<SummaryView> {
  const columns = groupBy.map((name) => `${GROUPS[name]} AS "${name}"`);
  const rows: (Record<Group, string | null> & Record<keyof typeof funnel, number>)[] = await db.query(
    `SELECT ${[...columns, ''].join(', ')} count(*)::int AS interactions, count(*) FILTER (WHERE d.outcome = 'invited')::int AS invited, count(*) FILTER (WHERE ${stages.delivered})::int AS delivered,
       count(*) FILTER (WHERE ${STANDS} = 'bounced')::int AS bounced, count(*) FILTER (WHERE ${stages.opened})::int AS opened,
       count(*) FILTER (WHERE ${stages.started})::int AS started, count(*) FILTER (WHERE ${stages.answered})::int AS answered
     FROM decision d LEFT JOIN invitation i ON i.id = d.invitation WHERE ${SELECTED}
     ${columns.length > 0 ? `GROUP BY ${groupBy.map((_, index) => index + 1).join(', ')} ORDER BY interactions DESC, ${groupBy.map((_, index) => index + 1).join(', ')}` : ''}`,
    [...parametersOf(selected), anonymous],
  );
  const names = await namesOf(db, rows.flatMap(({ servedBy }) => servedBy ?? []));
  const data = rows.map((row): Row => {
    const name = row.servedBy === undefined || row.servedBy === null ? undefined : names.get(row.servedBy);
    return { ...(Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Row), ...(name !== undefined && { servedByName: name }) };
  });
  const sum = (field: keyof typeof funnel): number => data.reduce((all, row) => all + row[field], 0);
  const total = { interactions: sum('interactions'), invited: sum('invited'), delivered: sum('delivered'), bounced: sum('bounced'), opened: sum('opened'), started: sum('started'), answered: sum('answered') };
  return { asOf: now.toISOString(), total, data };
}
