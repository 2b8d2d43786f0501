import type { EntityManager } from 'typeorm';
import type { Answer } from './answer.ts';
import { answerOf, ResponseEntity } from './response.entity.ts';

/** The answer under a lock that lasts to the end of the transaction. */
export async function lockAnswer(tx: EntityManager, where: { id: string } | { invitation: string }): Promise<Answer | undefined> {
  const row = await tx.findOne(ResponseEntity, { where, lock: { mode: 'pessimistic_write' } });
  return row ? answerOf(row) : undefined;
}

export async function findAnswer(tx: EntityManager, where: { id: string } | { invitation: string }): Promise<Answer | undefined> {
  const row = await tx.findOneBy(ResponseEntity, where);
  return row ? answerOf(row) : undefined;
}

/** Stores an answer that came by a link. */
export async function insertAnswer(tx: EntityManager, answer: Answer): Promise<void> {
  const { coordinates } = answer;
  await tx.insert(ResponseEntity, {
    id: answer.id, ...stateOf(answer), change: await nextChange(tx), measure: answer.measure,
    programme: coordinates.programme, touchpoint: coordinates.touchpoint, unit: coordinates.path.at(-1)!, path: coordinates.path, day: coordinates.day, hour: coordinates.hour,
    channel: coordinates.channel, servedBy: coordinates.servedBy ?? null, product: coordinates.product ?? null, segment: coordinates.segment ?? null,
    account: coordinates.account ?? null, language: coordinates.language ?? null, survey: coordinates.survey ?? null, selection: coordinates.selection ?? null, cuts: coordinates.cuts ?? null,
    invitation: answer.invitation ?? null, message: answer.message ?? null, person: answer.person ?? null, answeredAt: answer.answeredAt, recordedAt: answer.recordedAt,
  });
}

/** Stores what can change of an answer. */
export async function updateAnswer(tx: EntityManager, answer: Answer): Promise<void> {
  await tx.update(ResponseEntity, { id: answer.id }, { ...stateOf(answer), change: await nextChange(tx) });
}

function stateOf(answer: Answer) {
  return {
    revision: answer.revision, state: answer.state, score: answer.score, discourage: answer.discourage ?? null, comment: answer.comment ?? null,
    recording: answer.recording ?? null, contactAllowed: answer.consent?.contact ?? null, nameAllowed: answer.consent?.name ?? null, reason: answer.reason ?? null, changedAt: answer.changedAt,
  };
}

/** The next number of the list of changes. From here to its commit this transaction is the only one that writes answers. */
export async function nextChange(tx: EntityManager): Promise<string> {
  const rows = await tx.query<{ last: string }[]>('WITH ticked AS (UPDATE change_clock SET last = last + 1 WHERE id = 1 RETURNING last) SELECT last FROM ticked');
  return rows[0]!.last;
}
