import type { Interval } from '@candor/nps';
import type { Found } from '../drivers/drivers.ts';
import type { AskedMeasure } from '../figures/measure.ts';
import type { ScoreRow } from '../figures/score-row.ts';
import type { Segment } from '../figures/segments.ts';
import type { Level } from '../service-levels/level.ts';
import type { FoundGroup, Nonresponse } from '../silence/silence.ts';

type Figure = Omit<ScoreRow, 'from' | 'to' | 'unit' | 'touchpoint'>;
type Verdict = 'yes' | 'no' | 'undecided';
interface Difference {
  readonly points: number;
  readonly confidence: Interval;
  readonly significant: boolean;
}

export interface Standout {
  readonly by: 'unit' | 'touchpoint';
  readonly key: string;
  readonly nps: number | null;
  readonly n: number;
  readonly confidence: Interval | null;
  readonly rest: (Difference & { readonly nps: number; readonly n: number }) | null;
}

export interface PlanItem {
  readonly problem: string;
  readonly owner: string;
  /** A day, `YYYY-MM-DD`. */
  readonly deadline: string;
  readonly measure: string;
  readonly done: boolean;
}

/** `GET /v1/reports/quarter`. */
export interface Report {
  readonly id: string | null;
  readonly quarter: string;
  readonly from: string;
  readonly to: string;
  readonly programme: string;
  /** Absent in reports kept by earlier releases: nps. */
  readonly measure?: AskedMeasure;
  readonly unit: string | null;
  readonly over: boolean;
  readonly made: { readonly by: string | null; readonly at: string } | null;
  readonly asOf: string;
  readonly figure: Figure;
  readonly before: Figure;
  readonly difference: Difference | null;
  readonly target: { readonly value: number; readonly state: 'met' | 'not-met' | 'undecided' } | null;
  readonly questions: {
    readonly aboveRivals: { readonly answer: Verdict; readonly rivals: readonly { readonly key: string; readonly name: string; readonly nps: number; readonly answer: Verdict }[] };
    readonly aboveZero: { readonly answer: Verdict };
    readonly grown: { readonly answer: Verdict };
    readonly good: boolean;
  };
  readonly drivers: { readonly detractors: readonly Found[]; readonly promoters: readonly Found[] };
  readonly best: readonly Standout[];
  readonly worst: readonly Standout[];
  readonly compared: { readonly units: number; readonly touchpoints: number };
  readonly response: Pick<Nonresponse, 'all' | 'segments' | 'channels'> & { readonly less: readonly FoundGroup[] };
  readonly loop: readonly Level[];
  readonly words: readonly { readonly id: string; readonly comment: string; readonly language: string | null; readonly score: number; readonly segment: Segment; readonly unit: string; readonly touchpoint: string; readonly day: string }[];
  readonly plan: { readonly version: number; readonly items: readonly PlanItem[]; readonly by: string | null; readonly at: string | null };
}

/** A row of `GET /v1/reports`. */
export interface KeptReport {
  readonly id: string;
  readonly quarter: string;
  readonly programme: string;
  readonly unit: string | null;
  readonly madeAt: string;
  readonly items: number;
  readonly done: number;
  readonly nps: number | null;
  readonly n: number;
}
