import { CatalogCopy } from '@candor/catalog-copy';
import { askedMeasure } from '@candor/contracts';
import type { Principal } from '@candor/identity';
import { againstTarget } from '@candor/nps';
import { Injectable } from '@nestjs/common';
import { scoreDifference, type FigureAlone } from '../comparison/comparison.ts';
import { MOST_RANKED, RankingService, type Ranking } from '../comparison/ranking.service.ts';
import { DriversService } from '../drivers/drivers.service.ts';
import { NonresponseService } from '../nonresponse/nonresponse.service.ts';
import { OfficialStore } from '../official/official.store.ts';
import { daysOf } from '../official/quarter.ts';
import { QuestionsService } from '../questions/questions.service.ts';
import { ALL_TOUCHPOINTS, ALL_UNITS } from '../score-cells/tables.ts';
import { figureOf, NO_SUMS } from '../scores/figure.ts';
import { ReadSelection } from '../scores/read-selection.ts';
import { ScoresService } from '../scores/scores.service.ts';
import { ServiceLevelsService } from '../service-levels/service-levels.service.ts';
import { refuseAnonymous, Scopes } from '../single-answers/scopes.service.ts';
import { QuarterReportStore } from './quarter-report.store.ts';
import { mostSilent, previousQuarter, standouts, strongest, type Report } from './report.ts';

/** Reports are of a unit and not of whoever reads them; who may is decided before. */
const EVERYBODY: Principal = { subject: 'report', kind: 'key', name: 'report', scopes: ['scores:read'], units: null, roles: [] };
const WAYS = { descendants: true, tree: 'was', window: undefined } as const;

/** Brings together what a quarter of a unit comes to. */
@Injectable()
export class MakeReport {
  constructor(
    private readonly catalog: CatalogCopy, private readonly selections: ReadSelection, private readonly scopes: Scopes, private readonly scores: ScoresService, private readonly questions: QuestionsService,
    private readonly drivers: DriversService, private readonly rankings: RankingService, private readonly silence: NonresponseService, private readonly levels: ServiceLevelsService, private readonly official: OfficialStore,
    private readonly store: QuarterReportStore,
  ) {}

  /** @param unit `*`: all of them. @throws Problem 403 for an anonymous programme */
  async make(quarter: string, programme: string, unit: string): Promise<Report> {
    const { from, to } = daysOf(quarter)!;
    const place = { programme, ...(unit === ALL_UNITS ? {} : { unit: [unit] }) };
    const selection = await this.selections.read(EVERYBODY, place);
    refuseAnonymous(selection.programme);
    const measure = askedMeasure(selection.programme);
    const of = { ...place, ...WAYS, measure, from, to };
    const [now, before, questions, drivers, silence, levels, targets, units, touchpoints, scope] = await Promise.all([
      this.#figure(place, from, to), this.#figure(place, daysOf(previousQuarter(quarter))!.from, from), this.questions.answer(EVERYBODY, { ...place, ...WAYS, measure, to }), this.drivers.drivers(EVERYBODY, of),
      this.silence.nonresponse(EVERYBODY, of), this.levels.levels(EVERYBODY, of), this.official.targets({ programme, measure }), this.#units(programme, measure, unit, from, to), this.rankings.ranking(EVERYBODY, { ...of, by: 'touchpoint' }),
      this.scopes.scope(EVERYBODY, selection, of),
    ]);
    const target = targets.find((one) => one.unit === unit && one.touchpoint === ALL_TOUCHPOINTS);
    const { aboveRivals, aboveZero, band, good, grown: { answer, over } } = questions;
    return {
      asOf: now.asOf, measure, figure: now.figure, before: before.figure, difference: scoreDifference(now.figure, before.figure),
      target: target ? { value: target.value, state: againstTarget(now.figure.confidence, target.value) } : null, questions: { aboveRivals, aboveZero, band, good, grown: { answer, over } },
      drivers: strongest(drivers), ...standouts([units, touchpoints]), compared: { units: units.data.length, touchpoints: touchpoints.data.length },
      response: { all: silence.all, segments: silence.segments, channels: silence.channels, less: mostSilent(silence) }, loop: levels.data, words: await this.store.telling(scope, measure),
    };
  }

  async #figure(place: { programme: string; unit?: string[] }, from: string, to: string): Promise<{ asOf: string; figure: FigureAlone }> {
    const selection = await this.selections.read(EVERYBODY, place);
    const measure = askedMeasure(selection.programme);
    const { asOf, rows } = await this.scores.rows(EVERYBODY, selection, { ...WAYS, measure, from, to, interval: 'all' }, []);
    return { asOf, figure: figureOf(measure, rows[0]?.sums ?? NO_SUMS, selection.programme) };
  }

  /** Each unit by its own answers; where those are more than can be ranked together, the units one step below with all below them. */
  #units(programme: string, measure: ReturnType<typeof askedMeasure>, unit: string, from: string, to: string): Promise<Ranking> {
    const below = unit === ALL_UNITS ? this.catalog.units().map(({ key }) => key) : [...this.catalog.withDescendants([unit])];
    const wide = below.length > MOST_RANKED;
    const named = wide ? childrenOf(unit, this.scores.pathsNow()) : below;
    return this.rankings.ranking(EVERYBODY, { programme, ...WAYS, measure, tree: 'is', descendants: wide, unit: named.length > 0 ? named : [unit], from, to, by: 'unit' });
  }
}

/** The units one step below; of all of them the topmost. */
function childrenOf(unit: string, paths: readonly { unit: string; path: readonly string[] }[]): string[] {
  return paths.filter(({ path }) => (unit === ALL_UNITS ? path.length === 1 : path.at(-2) === unit)).map((one) => one.unit);
}
