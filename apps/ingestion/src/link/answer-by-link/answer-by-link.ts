import { CatalogCopy, type Programme } from '@candor/catalog-copy';
import type { Channel } from '@candor/contracts';
import { invalidInput } from '@candor/http';
import { Outbox, type Outgoing } from '@candor/messaging';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { redact } from '../../redaction/redact.ts';
import type { Answer, Recording } from '../../response/answer.ts';
import { amend, record, type Amendment, type Decision } from '../../response/decide.ts';
import { findAnswer, insertAnswer, lockAnswer, updateAnswer } from '../../response/response.repository.ts';
import { useHeldWords } from '../answer-by-reply/held-words.ts';
import { joinWords } from '../answer-by-reply/join-words.ts';
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

/** What a respondent says of one invitation. */
export interface Saying {
  readonly link: LinkEntity;
  readonly programme: AskingProgramme;
  /** What they have answered so far. */
  readonly before: Answer | undefined;
  readonly submission: Submission & { readonly recording?: Recording };
  /** Of the page or the messages, for a first answer. */
  readonly language: string;
  readonly channel: Channel;
  /** Which of the invitation's messages led here; absent: not known. */
  readonly message?: number | undefined;
}

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

  /** @param page its language, and the message that led to it, for a first answer. @throws Problem 400 naming `score` where a first answer has none */
  submit(link: LinkEntity, programme: AskingProgramme, submission: Submission, page: Pick<Saying, 'language' | 'message'>, now: Date): Promise<Outcome> {
    return this.outbox.transaction(async (tx) => {
      // Two clicks at once: the second waits here, and then amends what the first has stored.
      await tx.findOne(LinkEntity, { where: { tokenHash: link.tokenHash }, select: { tokenHash: true }, lock: { mode: 'pessimistic_write' } });
      const before = await lockAnswer(tx, { invitation: link.invitation });
      const { outcome, said } = await this.take(tx, { link, programme, before, submission, ...page, channel: link.channel }, now);
      if (said.length > 0) await this.outbox.append(tx, said);
      return outcome;
    });
  }

  /**
   * Stores what a respondent says, whatever channel it came on: the first time an answer, from then on an amendment. The caller has locked the link and the answer, and
   * appends what is `said` as the last thing of its transaction.
   * @param now when it was said: what was said in time counts, however late it is read
   */
  async take(tx: EntityManager, said: Saying, now: Date): Promise<{ outcome: Outcome; said: Outgoing[] }> {
    return said.before ? this.#amend(tx, said, said.before, now) : this.#record(tx, said, now);
  }

  async #record(tx: EntityManager, { link, programme, submission, language, channel, message }: Saying, now: Date): Promise<{ outcome: Outcome; said: Outgoing[] }> {
    if (now >= link.expiresAt) return { outcome: { kind: 'expired' }, said: [] };
    const { score } = submission;
    if (score === undefined) throw invalidInput([{ field: 'score', message: 'is required' }]);
    const path = this.catalog.unit(link.unit) ? this.catalog.pathOf(link.unit, now) : link.path;
    const held = await useHeldWords(tx, link.invitation);
    const comment = joinWords(held.comment, submission.comment);
    const complete = { ...(held.recording && { recording: held.recording }), ...submission, ...(comment !== undefined && { comment }), score };
    const answer = firstAnswer({ id: uuidv7(), link, programme, path, submission: complete, language, channel, message }, now);
    await insertAnswer(tx, answer);
    return { outcome: { kind: 'stored', first: true, answer }, said: eventsOf(record(answer)) };
  }

  async #amend(tx: EntityManager, { programme, submission }: Saying, before: Answer, now: Date): Promise<{ outcome: Outcome; said: Outgoing[] }> {
    const decision = amend(before, amendmentOf(submission, programme.anonymous), { kind: 'respondent', until: windowEnd(before, programme.amendWindow) }, now);
    if (decision.kind === 'locked' || decision.kind === 'erased') return { outcome: decision, said: [] };
    if (decision.kind === 'changed') await updateAnswer(tx, decision.answer);
    return { outcome: { kind: 'stored', first: false, answer: decision.answer }, said: decision.kind === 'changed' ? eventsOf(decision) : [] };
  }
}

const eventsOf = ({ events, answer }: Extract<Decision, { kind: 'changed' }>): Outgoing[] => events.map((said) => ({ ...said, time: answer.changedAt }) as Outgoing);

function amendmentOf({ score, comment, contact, name, recording }: Saying['submission'], anonymous: boolean): Amendment {
  const consent = { ...(contact !== undefined && { contact }), ...(name !== undefined && { name }) };
  return {
    ...(score !== undefined && { score }),
    ...(comment !== undefined && { comment: comment === '' ? null : redact(comment) }),
    ...(recording !== undefined && { recording }),
    ...(!anonymous && Object.keys(consent).length > 0 && { consent }),
  };
}
