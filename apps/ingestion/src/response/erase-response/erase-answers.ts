import { wordsTopic } from '@candor/contracts';
import { CatalogCopy } from '@candor/catalog-copy';
import { notFound } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Outbox, outgoingTombstone } from '@candor/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Answer } from '../answer.ts';
import { CorrectionEntity } from '../correction.entity.ts';
import { erase } from '../decide.ts';
import { lockAnswer } from '../response.repository.ts';
import { answersOfPeople, closeLinksOf, eraseRow } from './erase.repository.ts';

const BY_DISPATCH = 'dispatch';

/** Takes answers away for good on request of whom they are of (GDPR, article 17): what counted is taken back, words and contacts are gone everywhere. */
@Injectable()
export class EraseAnswers {
  constructor(private readonly outbox: Outbox, private readonly catalog: CatalogCopy) {}

  /** Erased already: nothing changes. @throws Problem 404 also where it is not the principal's to see */
  async one(principal: Principal, id: string, now: Date): Promise<void> {
    await this.outbox.transaction(async (tx) => {
      const answer = await lockAnswer(tx, { id });
      const visible = this.catalog.visible(principal);
      if (!answer || (visible && !visible.has(answer.coordinates.path.at(-1)!))) throw notFound('response', id);
      await this.#erase(tx, answer, { by: principal.subject, reason: 'erased on request' }, now);
    });
  }

  /** All answers of these people, by link or posted with their customer id; the links that they were sent take no answer any more. */
  async ofPeople(tx: EntityManager, people: readonly string[], now: Date): Promise<void> {
    if (people.length === 0) return;
    // Before the answers, in the order in which somebody who answers now takes them.
    await closeLinksOf(tx, people, now);
    for (const id of await answersOfPeople(tx, people)) {
      const answer = await lockAnswer(tx, { id });
      if (answer) await this.#erase(tx, answer, { by: BY_DISPATCH, reason: 'the customer was erased' }, now);
    }
  }

  async #erase(tx: EntityManager, before: Answer, { by, reason }: { by: string; reason: string }, now: Date): Promise<void> {
    const decision = erase(before, now);
    if (decision.kind !== 'changed') return;
    const { id, revision } = decision.answer;
    await eraseRow(tx, decision.answer);
    // Reasons are free text, and may say whose answer it was.
    await tx.delete(CorrectionEntity, { response: id });
    await tx.insert(CorrectionEntity, { response: id, revision, kind: 'erased', by, reason, at: now });
    await this.outbox.append(tx, [...decision.events, outgoingTombstone(wordsTopic, id)]);
  }
}
