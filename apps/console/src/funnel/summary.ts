import type { Channel, Outcome } from '@candor/contracts';
import type { Query } from '../api/query.ts';
import type { Selection } from '../filters/selection.ts';
import { ELIGIBLE, type Stage } from '../ledger/stages.ts';

/** Interactions with how far their invitations came. */
export interface Counts {
  readonly interactions: number;
  readonly invited: number;
  readonly delivered: number;
  readonly bounced: number;
  /** Indicative: mail programs open for everybody. */
  readonly opened: number;
  /** Did something on the page. */
  readonly started: number;
  readonly answered: number;
}

export interface SummaryRow extends Counts {
  readonly outcome?: Outcome;
  readonly reason?: string;
  readonly touchpoint?: string;
  readonly unit?: string;
  readonly servedBy?: string;
  /** As interactions named the person last. */
  readonly servedByName?: string;
  readonly channel?: Channel;
}

/** `GET /v1/decisions/summary`. */
export interface Summary {
  readonly asOf: string;
  readonly total: Counts;
  readonly data: readonly SummaryRow[];
}

export const SUMMARY_PATH = '/v1/decisions/summary';

/** A selection as parameters of the ledger, whose days are those of the unit, as in all figures. */
export const ledgerQuery = ({ programme, touchpoints, units, range }: Selection, servedBy?: string): Query => ({ programme, touchpoint: touchpoints, unit: units, servedBy, from: range.from, to: range.to });

export interface StageCount {
  readonly stage: Stage;
  readonly count: number;
  /** Of the stage before, and from delivery on of what was delivered; null where that is empty. */
  readonly share: number | null;
}

/** The stages of a summary by outcome. Opening and starting are no steps that everybody takes: whoever answers by text message does neither, so shares are of what was delivered. */
export function stagesOf({ total, data }: Pick<Summary, 'total' | 'data'>): StageCount[] {
  const eligible = data.filter(({ outcome }) => outcome !== undefined && ELIGIBLE.includes(outcome)).reduce((sum, { interactions }) => sum + interactions, 0);
  const share = (count: number, before: number): number | null => (before === 0 ? null : count / before);
  return [
    { stage: 'interactions', count: total.interactions, share: null },
    { stage: 'eligible', count: eligible, share: share(eligible, total.interactions) },
    { stage: 'invited', count: total.invited, share: share(total.invited, eligible) },
    { stage: 'delivered', count: total.delivered, share: share(total.delivered, total.invited) },
    { stage: 'opened', count: total.opened, share: share(total.opened, total.delivered) },
    { stage: 'started', count: total.started, share: share(total.started, total.delivered) },
    { stage: 'answered', count: total.answered, share: share(total.answered, total.delivered) },
  ];
}

/** Sums the rows of units into the units to compare: each row goes to the nearest of them at or above its unit; what lies above them all stays by itself. */
export function rolledUp(rows: readonly SummaryRow[], units: ReadonlySet<string>, parentOf: (unit: string) => string | null | undefined): SummaryRow[] {
  const sums = new Map<string, SummaryRow>();
  for (const row of rows) {
    const unit = row.unit === undefined ? '' : nearest(row.unit, units, parentOf);
    const sum = sums.get(unit);
    sums.set(unit, sum === undefined ? { ...row, unit } : { ...added(sum, row), unit });
  }
  return [...sums.values()].sort((a, b) => b.interactions - a.interactions);
}

function nearest(unit: string, wanted: ReadonlySet<string>, parentOf: (unit: string) => string | null | undefined): string {
  const passed = new Set<string>();
  for (let at: string | null | undefined = unit; at && !passed.has(at); at = parentOf(at)) {
    if (wanted.has(at)) return at;
    passed.add(at);
  }
  return unit;
}

const added = (a: Counts, b: Counts): Counts => ({
  interactions: a.interactions + b.interactions, invited: a.invited + b.invited, delivered: a.delivered + b.delivered, bounced: a.bounced + b.bounced,
  opened: a.opened + b.opened, started: a.started + b.started, answered: a.answered + b.answered,
});

/** What the answers of a period and the silence beside them are made of. `silent`: the message arrived, and the time to answer is over; `waiting`: it is not over. */
export interface Fourfold {
  readonly promoter: number;
  readonly passive: number;
  readonly detractor: number;
  readonly silent: number;
  readonly waiting: number;
}

export function fourfold(row: { readonly promoters: number | null; readonly passives: number | null; readonly detractors: number | null; readonly invited: number; readonly answered: number; readonly pending: number; readonly bounced: number }): Fourfold | null {
  const { promoters, passives, detractors, invited, answered, pending, bounced } = row;
  if (promoters === null || passives === null || detractors === null) return null;
  return { promoter: promoters, passive: passives, detractor: detractors, silent: Math.max(0, invited - bounced - answered - pending), waiting: pending };
}
