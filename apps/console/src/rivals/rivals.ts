import type { Interval } from '@candor/nps';
import type { Difference } from '../compare/comparison.ts';
import type { ScoreRow } from '../figures/score-row.ts';

export interface RivalStanding extends Pick<ScoreRow, 'nps' | 'n' | 'confidence' | 'sufficient' | 'suppressed'> {
  readonly rival: string;
  readonly name: string;
  /** What was put in by hand. */
  readonly stated: number | null;
  /** What those gave us who rated it. */
  readonly ours: number | null;
  readonly difference: Difference | null;
  readonly chosen: number;
}

/** `GET /v1/scores/rivals`, of one period. */
export interface Rivals {
  readonly data: readonly {
    readonly rivals: readonly RivalStanding[];
    readonly others: number;
    readonly switching: { readonly n: number; readonly likely: number; readonly share: number | null; readonly confidence: Interval | null; readonly sufficient: boolean; readonly unnamed: number } | null;
  }[];
}
