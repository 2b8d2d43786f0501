import { CatalogCopy } from '@candor/catalog-copy';
import { etagOf, notFound, requireMatch } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Outbox } from '@candor/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { redactContacts } from '../../redaction/redact.ts';
import type { Answer } from '../answer.ts';
import { answerAnonymous, isAnonymous, withheld } from '../read-responses/anonymous.ts';
import { showAnswer, type AnswerView } from '../show-answer.ts';
import { CorrectionEntity } from '../correction.entity.ts';
import { amend, exclude, reinstate, type Decision } from '../decide.ts';
import { erased, locked } from '../refusals.ts';
import { lockAnswer, updateAnswer } from '../response.repository.ts';
import { amendmentOf } from './amendment.ts';
import type { AmendRequest } from './request.ts';

interface Correction {
  readonly principal: Principal;
  readonly id: string;
  readonly kind: CorrectionEntity['kind'];
  /** `If-Match`; only amending demands it. */
  readonly ifMatch?: string;
}

/** Changes that holders of the right to correct make, each on record with who and why (domain 9.2). */
@Injectable()
export class CorrectAnswers {
  constructor(private readonly outbox: Outbox, private readonly catalog: CatalogCopy) {}

  /** @throws Problem 400, 404, 410, 412, 428; 403 for one of an anonymous programme, which nobody may see */
  amend(principal: Principal, id: string, ifMatch: string | undefined, request: AmendRequest, now: Date): Promise<Answer> {
    const reason = request.reason === undefined ? undefined : redactContacts(request.reason);
    return this.#correct({ principal, id, kind: 'amended' }, (answer) => {
      if (isAnonymous(this.catalog, answer)) throw answerAnonymous(id);
      requireMatch(ifMatch, etagOf(answer.revision));
      return amend(answer, amendmentOf(request, answer), { kind: 'corrector', ...(reason !== undefined && { reason }) }, now);
    });
  }

  /** @throws Problem 404, 410, 412 */
  exclude(principal: Principal, id: string, ifMatch: string | undefined, reason: string, now: Date): Promise<Answer> {
    return this.#correct({ principal, id, kind: 'excluded', ...(ifMatch !== undefined && { ifMatch }) }, (answer) => exclude(answer, redactContacts(reason), now));
  }

  /** @throws Problem 404, 410, 412 */
  reinstate(principal: Principal, id: string, ifMatch: string | undefined, reason: string, now: Date): Promise<Answer> {
    return this.#correct({ principal, id, kind: 'reinstated', ...(ifMatch !== undefined && { ifMatch }) }, (answer) => reinstate(answer, redactContacts(reason), now));
  }

  /** An answer after a correction. One of an anonymous programme can be excluded and reinstated, but not seen. */
  view(answer: Answer): AnswerView {
    return isAnonymous(this.catalog, answer) ? withheld(answer) : showAnswer(answer);
  }

  #correct({ principal, id, kind, ifMatch }: Correction, decide: (answer: Answer) => Decision): Promise<Answer> {
    return this.outbox.transaction(async (tx) => {
      const answer = await this.#visibleAnswer(tx, principal, id);
      if (ifMatch !== undefined) requireMatch(ifMatch, etagOf(answer.revision));
      const decision = decide(answer);
      if (decision.kind === 'erased') throw erased(id);
      if (decision.kind === 'locked') throw locked(decision.because);
      if (decision.kind === 'unchanged') return decision.answer;
      const { revision, reason, changedAt } = decision.answer;
      await updateAnswer(tx, decision.answer);
      await tx.insert(CorrectionEntity, { response: id, revision, kind, by: principal.subject, reason: reason!, at: changedAt });
      await this.outbox.append(tx, decision.events);
      return decision.answer;
    });
  }

  async #visibleAnswer(tx: EntityManager, principal: Principal, id: string): Promise<Answer> {
    const answer = await lockAnswer(tx, { id });
    const visible = this.catalog.visible(principal);
    if (!answer || (visible && !visible.has(answer.coordinates.path.at(-1)!))) throw notFound('response', id);
    if (answer.state === 'erased') throw erased(id);
    return answer;
  }
}
