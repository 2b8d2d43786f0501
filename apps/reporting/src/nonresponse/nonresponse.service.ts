import type { Principal } from '@candor/identity';
import { againstTarget, confidence, shareInterval, type Interval, type TargetState } from '@candor/nps';
import { Injectable } from '@nestjs/common';
import { NormsStore } from '../norms/norms.store.ts';
import { LEAST_ANONYMOUS } from '../scores/figure.ts';
import { ScoreStore } from '../scores/score.store.ts';
import { Scopes } from '../single-answers/scopes.service.ts';
import { compared, type Comparison } from './compare.ts';
import { DIMENSIONS } from './dimensions.ts';
import { NonresponseStore, type CohortRow } from './nonresponse.store.ts';
import type { NonresponseQuery } from './request.ts';
import { weightedOf, type Weighted } from './weighted.ts';

export interface Rate {
  invited: number;
  bounced: number;
  /** Of those that arrived and whose time to answer is over. */
  delivered: number;
  answered: number;
  silent: number;
  responseRate: number | null;
  interval: Interval | null;
}

export interface Nonresponse {
  asOf: string;
  programme: string;
  measure: NonresponseQuery['measure'];
  leastN: number;
  all: Rate;
  /** The silent are the fourth segment. `withdrawn`: answered, and no longer counted. */
  segments: { promoters: number; passives: number; detractors: number; silent: number; withdrawn: number };
  channels: (Rate & { channel: string; norm: number | null; state: TargetState | null })[];
  figures: Weighted;
  selections: (Rate & { method: string; nps: number | null; n: number; confidence: Interval | null })[];
  data: Comparison[];
}

type Sum = Omit<CohortRow, 'unit' | 'channel' | 'selection'>;
const NONE: Sum = { invited: 0, bounced: 0, delivered: 0, answered: 0, promoters: 0, passives: 0, detractors: 0 };
/** Chosen because they spend much: their score is not that of the others. */
const QUOTA = 'value-quota';

/** Who does not answer, compared with who does (domain 1.6). */
@Injectable()
export class NonresponseService {
  constructor(private readonly scopes: Scopes, private readonly clock: ScoreStore, private readonly norms: NormsStore, private readonly store: NonresponseStore) {}

  async nonresponse(principal: Principal, query: NonresponseQuery): Promise<Nonresponse> {
    const { programme, scope } = await this.scopes.read(principal, query);
    const asOf = (await this.clock.asOf()) ?? new Date();
    const leastN = Math.max(LEAST_ANONYMOUS, programme.leastN);
    const [rows, { counted, values }, { responseRates }] = await Promise.all([
      this.store.cohort(scope, query.measure), this.store.counts(scope, query.measure, query.by ?? DIMENSIONS), this.norms.norms(),
    ]);
    const all = sum(rows);
    const norms = new Map(responseRates.map(({ key, norm }) => [key, norm]));
    const figures = weightedOf([...Map.groupBy(rows.filter(({ selection }) => selection !== QUOTA), ({ unit, channel }) => `${unit}|${channel}`).values()].map((stratum) => {
      const of = sum(stratum);
      return { invited: of.invited, n: answersOf(of), promoters: of.promoters, detractors: of.detractors };
    }), programme.leastN);
    return {
      asOf: asOf.toISOString(), programme: programme.key, measure: query.measure, leastN, all: rateOf(all),
      segments: { promoters: all.promoters, passives: all.passives, detractors: all.detractors, silent: all.delivered - all.answered, withdrawn: all.answered - answersOf(all) },
      channels: grouped(rows, ({ channel }) => channel).map(([channel, of]) => {
        const rate = rateOf(of);
        const norm = norms.get(channel) ?? null;
        return { channel, ...rate, norm, state: norm === null ? null : againstTarget(rate.interval, norm) };
      }),
      figures,
      selections: grouped(rows, ({ selection }) => selection ?? 'unknown').map(([method, of]) => {
        const n = answersOf(of);
        const shares = { n, promoters: of.promoters, detractors: of.detractors };
        return { method, ...rateOf(of), n, nps: n === 0 ? null : (100 * (of.promoters - of.detractors)) / n, confidence: n >= programme.leastN ? confidence(shares) : null };
      }),
      data: compared(all, counted, values, leastN),
    };
  }
}

const answersOf = ({ promoters, passives, detractors }: Sum): number => promoters + passives + detractors;

const sum = (rows: readonly Sum[]): Sum => rows.reduce<Sum>((total, row) => Object.fromEntries(Object.keys(NONE).map((name) => [name, total[name as keyof Sum] + row[name as keyof Sum]])) as unknown as Sum, NONE);

const grouped = (rows: readonly CohortRow[], keyOf: (row: CohortRow) => string): [string, Sum][] =>
  [...Map.groupBy(rows, keyOf)].map(([key, group]): [string, Sum] => [key, sum(group)]).sort(([a], [b]) => (a < b ? -1 : 1));

function rateOf({ invited, bounced, delivered, answered }: Sum): Rate {
  return { invited, bounced, delivered, answered, silent: delivered - answered, responseRate: delivered === 0 ? null : answered / delivered, interval: shareInterval({ count: answered, of: delivered }) };
}
