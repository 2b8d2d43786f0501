import { invalidInput } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Injectable } from '@nestjs/common';
import { NO_SUMS, type Sums } from '../scores/figure.ts';
import { ReadSelection, type KnownSelection } from '../scores/read-selection.ts';
import { ScoresService } from '../scores/scores.service.ts';
import { comparisonOf, less, type Comparison } from './comparison.ts';
import { isWithin, shareAnswers, type Group } from './groups.ts';
import type { ComparisonQuery } from './request.ts';

interface Side {
  selection: KnownSelection;
  group: Group;
}

/** Two groups of answers side by side: groups that share none. */
@Injectable()
export class CompareService {
  constructor(private readonly selections: ReadSelection, private readonly scores: ScoresService) {}

  /** @throws Problem 400 for groups that share answers, or that have no rest, besides whatever is wrong with a selection */
  async compare(principal: Principal, query: ComparisonQuery): Promise<Comparison> {
    const programme = query.programme ?? (await this.selections.programmeOf([query.touchpoint, query['a.touchpoint'], query['b.touchpoint']].flatMap((named) => named ?? [])));
    const rest = query.b === 'rest';
    const a = await this.#side(principal, query, programme, 'a.');
    const b = await this.#side(principal, query, programme, rest ? '' : 'b.');
    const paths = query.tree === 'is' ? this.scores.pathsNow() : await this.scores.paths();
    if (rest && !isWithin(a.group, b.group, paths)) throw invalidInput([{ field: 'a.unit', message: 'has answers that are not in the selection, so that there is no rest beside it' }]);
    if (!rest && shareAnswers(a.group, b.group, paths)) {
      throw invalidInput([{ field: 'b', message: 'the groups share answers: compare what lies apart, or one group with b=rest; never a unit with one that contains or has contained it (tree=is looks at now only)' }]);
    }
    const [first, second] = await Promise.all([this.#sums(principal, query, a), this.#sums(principal, query, b)]);
    const asOf = first.asOf < second.asOf ? first.asOf : second.asOf;
    return comparisonOf({ asOf, measure: query.measure, programme: a.selection.programme, rest },
      { group: a.group, sums: first.sums }, { group: b.group, sums: rest ? less(second.sums, first.sums) : second.sums });
  }

  /** One group: what is said of it alone goes before what is said of both. */
  async #side(principal: Principal, query: ComparisonQuery, programme: string, side: '' | 'a.' | 'b.'): Promise<Side> {
    const called = <N extends 'touchpoint' | 'unit' | 'from' | 'to'>(name: N): N | `a.${N}` | `b.${N}` => (side !== '' && query[`${side}${name}`] !== undefined ? `${side}${name}` : name);
    const names = { touchpoint: called('touchpoint'), unit: called('unit') };
    const selection = await this.selections.read(principal, { programme, touchpoint: query[names.touchpoint], unit: query[names.unit] }, names);
    const units = selection.units ?? principal.units;
    return {
      selection,
      group: { units, descendants: selection.units === null || query.descendants, touchpoints: selection.touchpoints, from: query[called('from')] ?? null, to: query[called('to')] ?? null },
    };
  }

  async #sums(principal: Principal, query: ComparisonQuery, { selection, group }: Side): Promise<{ asOf: string; sums: Sums }> {
    const window = { from: group.from ?? undefined, to: group.to ?? undefined };
    const { asOf, rows } = await this.scores.rows(principal, selection, { ...query, ...window, interval: 'all' }, []);
    return { asOf, sums: rows[0]?.sums ?? NO_SUMS };
  }
}
