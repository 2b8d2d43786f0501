import { CatalogCopy } from '@candor/catalog-copy';
import type { Principal } from '@candor/identity';
import { againstTarget, type TargetState } from '@candor/nps';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { FigureAlone } from '../comparison/comparison.ts';
import { ALL_TOUCHPOINTS, ALL_UNITS } from '../score-cells/tables.ts';
import { figureOf, NO_SUMS } from '../scores/figure.ts';
import { ReadSelection } from '../scores/read-selection.ts';
import { dayAfter } from '../scores/rolling.ts';
import { ScoreStore } from '../scores/score.store.ts';
import { ScoresService } from '../scores/scores.service.ts';
import { placeOf } from './official.service.ts';
import { OfficialStore, type Target } from './official.store.ts';
import { daysOf, quarterOf } from './quarter.ts';
import { requireAllUnits, type targetBody, type targetsQuery } from './request.ts';

export interface TargetView {
  unit: string | null;
  touchpoint: string | null;
  value: number;
  setBy: string;
  setByName: string | null;
  setAt: string;
  state: TargetState;
  figure: FigureAlone;
}

export interface Targets {
  asOf: string;
  programme: string;
  measure: string;
  from: string;
  to: string;
  data: TargetView[];
}

@Injectable()
export class TargetsService {
  constructor(
    private readonly catalog: CatalogCopy, private readonly selections: ReadSelection, private readonly scores: ScoresService, private readonly clock: ScoreStore, private readonly store: OfficialStore,
  ) {}

  /** @throws Problem 400 for what does not exist, 403 for units that are not the principal's */
  async set(principal: Principal, { programme, measure, unit, touchpoint, value }: z.output<typeof targetBody>): Promise<void> {
    if (unit === null) requireAllUnits(principal);
    await this.selections.read(principal, { programme, ...(unit === null ? {} : { unit: [unit] }), ...(touchpoint === null ? {} : { touchpoint: [touchpoint] }) });
    const place = { unit: unit ?? ALL_UNITS, touchpoint: touchpoint ?? ALL_TOUCHPOINTS };
    const held = (await this.store.targets({ programme, measure })).find((one) => placeOf(one) === placeOf(place));
    if ((held?.value ?? null) !== value) await this.store.setTarget({ programme, measure }, place, value, principal);
  }

  /** The targets of the principal's units, with the live figure of each. */
  async all(principal: Principal, { programme: key, measure, ...asked }: z.output<typeof targetsQuery>): Promise<Targets> {
    const { programme } = await this.selections.read(principal, { programme: key });
    const to = asked.to ?? this.scores.tomorrow(null);
    const from = asked.from ?? daysOf(quarterOf(dayAfter(to, -1)))!.from;
    const asOf = (await this.clock.asOf()) ?? new Date();
    const visible = this.catalog.visible(principal);
    const targets = (await this.store.targets({ programme: key, measure })).filter(({ unit }) => visible === null || visible.has(unit));
    const sums = new Map((targets.length === 0 ? [] : await this.store.sums({ programme: key, measure }, from, to, targets)).map((one) => [placeOf(one), one.sums]));
    const data = targets.map((target) => targetView(target, figureOf(measure, sums.get(placeOf(target)) ?? NO_SUMS, programme)));
    return { asOf: asOf.toISOString(), programme: key, measure, from, to, data };
  }
}

function targetView({ unit, touchpoint, value, setBy, setByName, setAt }: Target, figure: FigureAlone): TargetView {
  return {
    unit: unit === ALL_UNITS ? null : unit, touchpoint: touchpoint === ALL_TOUCHPOINTS ? null : touchpoint, value, setBy, setByName, setAt: setAt.toISOString(),
    state: againstTarget(figure.confidence, value), figure,
  };
}
