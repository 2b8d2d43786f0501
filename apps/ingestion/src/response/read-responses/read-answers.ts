import { CatalogCopy, requireNamed } from '@candor/catalog-copy';
import { encodeCursor, notFound } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Answer } from '../answer.ts';
import { erased } from '../refusals.ts';
import { answerOf, type ResponseEntity } from '../response.entity.ts';
import { findAnswer } from '../response.repository.ts';
import { showAnswer, type AnswerView } from '../show-answer.ts';
import { anonymousIn, answerAnonymous, isAnonymous, programmeAnonymous } from './anonymous.ts';
import type { Selection } from './answers-query.ts';
import { placeOf, readChanges } from './changes.ts';
import { readLatest } from './latest.ts';
import { namesOf } from './names-of.ts';
import { DEFAULT_LIMIT, type ListQuery } from './query.ts';
import { saidFilterOf } from './said-filters.ts';

export interface AnswersPage {
  data: AnswerView[];
  /** For `cursor`, in the order of changes for `updatedAfter` too; null where there is nothing more. */
  next: string | null;
  /** For `updatedAfter`, at any later time: what has changed since this page. */
  changes: string;
}

/** Answers as they stand, within the principal's units, in the order of their last change or the newest first. */
@Injectable()
export class ReadAnswers {
  constructor(private readonly dataSource: DataSource, private readonly catalog: CatalogCopy) {}

  /** @throws Problem 404 also where it is not the principal's to see; 410; 403 for one of an anonymous programme */
  async one(principal: Principal, id: string): Promise<{ answer: Answer; view: AnswerView }> {
    const answer = await findAnswer(this.dataSource.manager, { id });
    const visible = this.catalog.visible(principal);
    if (!answer || (visible && !visible.has(answer.coordinates.path.at(-1)!))) throw notFound('response', id);
    if (answer.state === 'erased') throw erased(id);
    if (isAnonymous(this.catalog, answer)) throw answerAnonymous(id);
    return { answer, view: showAnswer(answer, await namesOf(this.dataSource.manager, [answer])) };
  }

  /**
   * A page. Numbers of changes follow commits, so whoever goes on from `next` or `changes` misses nothing, however late it was committed;
   * an answer that changes while pages are read comes again.
   * @throws Problem 400, 403
   */
  async page(principal: Principal, query: ListQuery): Promise<AnswersPage> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    if (query.order === 'latest') {
      // Read before the rows: what changes while they are read is later than this place.
      const changes = encodeCursor(await this.#lastChange());
      const { rows, next } = await readLatest(this.dataSource.manager, await this.selection(principal, query), query.cursor, limit);
      return { data: await shown(this.dataSource.manager, rows), next, changes };
    }
    const after = placeOf(query);
    const rows = await readChanges(this.dataSource.manager, await this.selection(principal, query), after, limit + 1);
    const page = rows.slice(0, limit);
    const last = encodeCursor(page.at(-1)?.change ?? after);
    // Who follows changes needs a place to go on from even where nothing more is known now; the last page is then an empty one.
    const more = query.updatedAfter === undefined ? rows.length > limit : page.length > 0;
    return { data: await shown(this.dataSource.manager, page), next: more ? last : null, changes: last };
  }

  async #lastChange(): Promise<string> {
    const [clock] = await this.dataSource.query<{ last: string }[]>('SELECT last FROM change_clock WHERE id = 1');
    return clock!.last;
  }

  /** What may be seen of what was asked for. A filter that names nothing known is refused: it would look like an empty result. */
  async selection(principal: Principal, query: ListQuery): Promise<Selection> {
    const { touchpoint, unit, programme, invitation, segment, exceptUnit, exceptTouchpoint, words, from, to } = query;
    await requireNamed(this.catalog, principal, { programme, touchpoint, unit });
    await requireNamed(this.catalog, principal, { touchpoint: exceptTouchpoint, unit: exceptUnit }, { touchpoint: 'exceptTouchpoint', unit: 'exceptUnit' });
    const nameless = programme?.find((key) => this.catalog.programme(key)!.anonymous);
    if (nameless !== undefined) throw programmeAnonymous(nameless);
    const visible = this.catalog.visible(principal);
    const said = saidFilterOf(query);
    return {
      visible, anonymous: anonymousIn(this.catalog), ...(touchpoint && { touchpoints: touchpoint }), ...(unit && { units: this.catalog.timesBelow(unit) }), ...(programme && { programmes: programme }), ...(invitation && { invitation }), ...(segment && { segment }),
      ...(said && { said }), ...(exceptUnit && { exceptUnits: this.catalog.timesBelow(exceptUnit) }), ...(exceptTouchpoint && { exceptTouchpoints: exceptTouchpoint }),
      ...(words !== undefined && { words: words === 'true' }), ...(from !== undefined && { from }), ...(to !== undefined && { to }),
    };
  }
}

/** Rows as the API shows them, with the names of those whom they point at. */
export async function shown(db: EntityManager, rows: readonly ResponseEntity[]): Promise<AnswerView[]> {
  const answers = rows.map(answerOf);
  const names = await namesOf(db, answers);
  return answers.map((answer) => showAnswer(answer, names));
}
