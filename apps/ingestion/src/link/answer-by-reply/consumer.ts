import { replyReceived, replyTopic, type DataOf } from '@candor/contracts';
import { ConsumesBatch, isEvent, Outbox, type Batch, type Outgoing } from '@candor/messaging';
import { metrics } from '@candor/observability';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { In, type EntityManager } from 'typeorm';
import { lockAnswer } from '../../response/response.repository.ts';
import { AnswerByLink, type AskingProgramme } from '../answer-by-link/answer-by-link.ts';
import { tidy } from '../answer-by-link/submission.ts';
import { FindLink } from '../find-link.ts';
import { LinkEntity } from '../link.entity.ts';
import { joinWords } from './join-words.ts';
import { replyOutcome, type ReplyOutcome } from './reply-outcome.ts';
import { ReplyEntity } from './reply.entity.ts';

type Reply = DataOf<typeof replyReceived>;

const replies = metrics.counter('candor_replies_total', 'Replies by text message and telephone, by what became of them', ['channel', 'outcome']);

/** Takes answers that come back on the channel that asked, by the rules of an answer by link. */
@Controller()
export class AnswerByReply {
  constructor(private readonly outbox: Outbox, private readonly answers: AnswerByLink, private readonly links: FindLink) {}

  @ConsumesBatch(replyTopic, { consumer: 'replies', again: 'ignores' })
  async take(@Payload() { events, tx, afterCommit }: Batch): Promise<void> {
    const received = await this.#fresh(tx, events.flatMap((event) => (isEvent(event, replyReceived) ? [event.data] : [])));
    if (received.length === 0) return;
    const links = await this.#links(tx, received);
    const programmes = new Map<string, AskingProgramme>();
    for (const link of links.values()) if (!programmes.has(link.programme)) programmes.set(link.programme, await this.answers.programmeOf(link));
    await lockAll(tx, [...links.values()]);

    const said: Outgoing[] = [];
    for (const reply of received) {
      const link = links.get(reply.invitation);
      const outcome = link ? await this.#one(tx, reply, link, programmes.get(link.programme)!, said) : 'unknown';
      const held = outcome === 'held' ? { comment: words(reply) ?? null, recording: reply.recording ?? null } : {};
      await tx.insert(ReplyEntity, { id: reply.id, invitation: reply.invitation, channel: reply.channel, at: new Date(reply.at), outcome, ...held });
      afterCommit(() => replies.inc({ channel: reply.channel, outcome }));
    }
    if (said.length > 0) await this.outbox.append(tx, said);
  }

  async #one(tx: EntityManager, reply: Reply, link: LinkEntity, programme: AskingProgramme, said: Outgoing[]): Promise<ReplyOutcome> {
    const before = await lockAnswer(tx, { invitation: link.invitation });
    const at = new Date(Math.min(Date.parse(reply.at), Date.now()));
    const { score, channel, recording, contact, message } = reply;
    // A score that comes first is recorded with the words that waited for it; words alone wait, unless it is too late for them too.
    if (!before && score === undefined) return at >= link.expiresAt ? 'expired' : 'held';
    const comment = joinWords(before?.comment, words(reply));
    const submission = { ...(score !== undefined && { score }), ...(comment !== undefined && { comment }), ...(recording && { recording }), ...(contact !== undefined && { contact }) };
    // What is said twice within one millisecond keeps its order.
    const now = before && before.changedAt > at ? before.changedAt : at;
    const taken = await this.answers.take(tx, { link, programme, before, submission, language: link.language, channel, message }, now);
    said.push(...taken.said);
    return replyOutcome(taken.outcome, taken.said);
  }

  /** Those that were never taken, each once. */
  async #fresh(tx: EntityManager, received: readonly Reply[]): Promise<Reply[]> {
    const byId = new Map(received.toReversed().map((reply) => [reply.id, reply]));
    const known = await tx.find(ReplyEntity, { where: { id: In([...byId.keys()]) }, select: { id: true } });
    for (const { id } of known) byId.delete(id);
    return received.filter((reply) => byId.get(reply.id) === reply);
  }

  /** @throws Problem 503 while it cannot be said whether an invitation exists: the reply may have been faster than its link */
  async #links(tx: EntityManager, received: readonly Reply[]): Promise<Map<string, LinkEntity>> {
    const invitations = [...new Set(received.map(({ invitation }) => invitation))];
    const look = async () => new Map((await tx.findBy(LinkEntity, { invitation: In(invitations) })).map((link) => [link.invitation, link]));
    const found = await look();
    if (found.size === invitations.length) return found;
    await this.links.reachNews();
    return look();
  }
}

/** All locks before the first write, and in one order: a writer holds the clock of changes to its commit, and nobody who waits for it may be waited for. */
async function lockAll(tx: EntityManager, links: readonly LinkEntity[]): Promise<void> {
  const invitations = links.map(({ invitation }) => invitation);
  await tx.query('SELECT 1 FROM link WHERE invitation = ANY ($1::uuid[]) ORDER BY token_hash FOR UPDATE', [invitations]);
  await tx.query('SELECT 1 FROM response WHERE invitation = ANY ($1::uuid[]) ORDER BY id FOR UPDATE', [invitations]);
}

const words = ({ comment }: Reply): string | undefined => (comment === undefined ? undefined : tidy(comment) || undefined);
