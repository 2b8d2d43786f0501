import { invalidInput } from '@candor/http';
import type { Principal } from '@candor/identity';
import { bandOf, isAbove, type Band, type Verdict } from '@candor/nps';
import { Injectable } from '@nestjs/common';
import type { FigureAlone } from '../comparison/comparison.ts';
import type { Industry } from '../norms/given.ts';
import { NormsStore } from '../norms/norms.store.ts';
import { figureOf, NO_SUMS } from '../scores/figure.ts';
import { RivalsService } from '../rivals/rivals.service.ts';
import type { RivalStanding } from '../rivals/standing.ts';
import { ReadSelection, type KnownSelection } from '../scores/read-selection.ts';
import { ScoresService } from '../scores/scores.service.ts';
import { aboveRivals, grown, MONTHS, monthsBefore, SPANS, type AboveRivals, type Grown } from './questions.ts';
import type { QuestionsQuery } from './request.ts';

type Figure = FigureAlone & { from: string; to: string };

export interface Questions {
  asOf: string;
  programme: string;
  measure: QuestionsQuery['measure'];
  figure: Figure;
  band: Band | null;
  norm: (Industry & { answer: Verdict }) | null;
  aboveRivals: AboveRivals;
  aboveZero: { answer: Verdict };
  grown: Grown & { earlier: Figure[] };
  /** Three yeses: only those are good. */
  good: boolean;
}

/** The three questions of domain 5.1, of the last three months. */
@Injectable()
export class QuestionsService {
  constructor(private readonly selections: ReadSelection, private readonly scores: ScoresService, private readonly norms: NormsStore, private readonly rivals: RivalsService) {}

  async answer(principal: Principal, query: QuestionsQuery): Promise<Questions> {
    const selection = await this.selections.read(principal, query);
    const { bands, industries, companies } = await this.norms.norms();
    // Norms and scores of others are of customers: they say nothing of what employees recommend.
    const ofCustomers = query.measure === 'nps' && selection.programme.audience !== 'employees';
    if (query.industry !== undefined && !ofCustomers) throw invalidInput([{ field: 'industry', message: 'norms are of what customers recommend' }]);
    const industry = industries.find(({ key }) => key === query.industry);
    if (query.industry !== undefined && !industry) throw invalidInput([{ field: 'industry', message: `there is no norm of ${query.industry}` }]);
    const to = query.to ?? this.scores.tomorrow(selection.units);
    const ends = [to, ...SPANS.map((months) => monthsBefore(to, months))];
    const [standing, ...read] = await Promise.all([this.#rivals(principal, selection, query, to), ...ends.map((end) => this.#figure(principal, selection, query, end))]);
    const [figure, ...earlier] = read.map((one) => one.figure) as [Figure, ...Figure[]];
    const rivals = aboveRivals(figure, companies.filter(({ rival }) => rival && ofCustomers).map(({ key, name, nps }) => ({ key, name, nps })), standing);
    const zero = isAbove(figure.confidence, 0);
    const growth = grown(figure, SPANS.map((months, i) => ({ months, figure: earlier[i]! })));
    return {
      asOf: read[0]!.asOf, programme: selection.programme.key, measure: query.measure, figure, band: ofCustomers ? bandOf(figure.nps, bands) : null,
      norm: industry ? { ...industry, answer: isAbove(figure.confidence, industry.norm) } : null,
      aboveRivals: rivals, aboveZero: { answer: zero }, grown: { ...growth, earlier }, good: [rivals.answer, zero, growth.answer].every((one) => one === 'yes'),
    };
  }

  /** What answers of the same three months say of rivals: customers of customers' programmes, employees of employers. */
  async #rivals(principal: Principal, selection: KnownSelection, query: QuestionsQuery, to: string): Promise<RivalStanding[]> {
    const { data } = await this.rivals.standing(principal, selection, { ...query, from: monthsBefore(to, MONTHS), to, interval: 'all' });
    return data[0]?.rivals ?? [];
  }

  async #figure(principal: Principal, selection: KnownSelection, query: QuestionsQuery, to: string): Promise<{ asOf: string; figure: Figure }> {
    const from = monthsBefore(to, MONTHS);
    const { asOf, rows } = await this.scores.rows(principal, selection, { ...query, from, to, interval: 'all' }, []);
    return { asOf, figure: { from, to, ...figureOf(query.measure, rows[0]?.sums ?? NO_SUMS, selection.programme) } };
  }
}
