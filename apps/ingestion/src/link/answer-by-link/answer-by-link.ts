import { CatalogCopy, type Programme } from '@candor/catalog-copy';
import { invalidInput } from '@candor/http';
import { Outbox } from '@candor/messaging';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { redact } from '../../redaction/redact.ts';
import type { Answer } from '../../response/answer.ts';
import { amend, record, type Amendment, type Decision } from '../../response/decide.ts';
import { findAnswer, insertAnswer, lockAnswer, updateAnswer } from '../../response/response.repository.ts';
import { LinkEntity } from '../link.entity.ts';
import { firstAnswer } from './first-answer.ts';
import { linkState, windowEnd, type LinkState } from './link-state.ts';
import type { Submission } from './submission.ts';

export type AskingProgramme = Pick<Programme, 'anonymous' | 'audience' | 'amendWindow'>;

/** What holds where the catalogue does not have the programme: a respondent is not turned away for what is missing on our side. */
const FALLBACK: AskingProgramme = { anonymous: false, audience: 'customers', amendWindow: 'P7D' };

export type Outcome =
  | { readonly kind: 'stored'; readonly first: boolean; readonly answer: Answer }
  | { readonly kind: 'locked'; readonly because: 'by-staff' | 'window-over' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'erased' };

/** Takes what a respondent sends by their link: once an answer, from then on amendments of it. */
@Injectable()
export class AnswerByLink {
  constructor(private readonly dataSource: DataSource, private readonly outbox: Outbox, private readonly catalog: CatalogCopy) {}

  /** @throws Problem 503 if the catalogue cannot be read: whether answers are anonymous is not to be guessed */
  async programmeOf(link: LinkEntity): Promise<AskingProgramme> {
    return (await this.catalog.programmeOrWait(link.programme)) ?? FALLBACK;
  }

  async stateOf(link: LinkEntity, { amendWindow }: AskingProgramme, now: Date): Promise<LinkState> {
    const answer = await findAnswer(this.dataSource.manager, { invitation: link.invitation });
    return linkState(link, answer, amendWindow, now);
  }

  /** @param language of the page, for a first answer. @throws Problem 400 naming `score` where a first answer has none */
  submit(link: LinkEntity, programme: AskingProgramme, submission: Submission, language: string, now: Date): Promise<Outcome> {
    return this.outbox.transaction(async (tx) => {
      // Two clicks at once: the second waits here, and then amends what the first has stored.
      await tx.findOne(LinkEntity, { where: { tokenHash: link.tokenHash }, select: { tokenHash: true }, lock: { mode: 'pessimistic_write' } });
      const before = await lockAnswer(tx, { invitation: link.invitation });
      return before ? this.#amend(tx, programme, before, submission, now) : this.#record(tx, link, programme, submission, language, now);
    });
  }

  async #record(tx: EntityManager, link: LinkEntity, programme: AskingProgramme, submission: Submission, language: string, now: Date): Promise<Outcome> {
    if (now >= link.expiresAt) return { kind: 'expired' };
    const { score } = submission;
    if (score === undefined) throw invalidInput([{ field: 'score', message: 'is required' }]);
    const path = this.catalog.unit(link.unit) ? this.catalog.pathOf(link.unit, now) : link.path;
    const answer = firstAnswer({ id: uuidv7(), link, programme, path, submission: { ...submission, score }, language }, now);
    await insertAnswer(tx, answer);
    await this.#say(tx, record(answer));
    return { kind: 'stored', first: true, answer };
  }

  async #amend(tx: EntityManager, { amendWindow, anonymous }: AskingProgramme, before: Answer, submission: Submission, now: Date): Promise<Outcome> {
    const decision = amend(before, amendmentOf(submission, anonymous), { kind: 'respondent', until: windowEnd(before, amendWindow) }, now);
    if (decision.kind === 'locked' || decision.kind === 'erased') return decision;
    if (decision.kind === 'changed') {
      await updateAnswer(tx, decision.answer);
      await this.#say(tx, decision);
    }
    return { kind: 'stored', first: false, answer: decision.answer };
  }

  async #say(tx: EntityManager, { events, answer }: Extract<Decision, { kind: 'changed' }>): Promise<void> {
    await this.outbox.append(tx, events.map((said) => ({ ...said, time: answer.changedAt })));
  }
}

function amendmentOf({ score, comment, contact, name }: Submission, anonymous: boolean): Amendment {
  const consent = { ...(contact !== undefined && { contact }), ...(name !== undefined && { name }) };
  return {
    ...(score !== undefined && { score }),
    ...(comment !== undefined && { comment: comment === '' ? null : redact(comment) }),
    ...(!anonymous && Object.keys(consent).length > 0 && { consent }),
  };
}
