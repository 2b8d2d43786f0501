import { responseAmended, responseErased, responseExcluded, responseRecorded, responseReinstated, type ResponseChange } from '@candor/contracts';
import { CatalogCopy } from '@candor/catalog-copy';
import type { Batch, Received } from '@candor/messaging';
import { segmentOf } from '@candor/nps';
import { Inject, Injectable } from '@nestjs/common';
import { Duration } from 'luxon';
import { v7 as uuidv7 } from 'uuid';
import { evolveAll, type Case, type CaseEvent } from '../case.ts';
import { CaseJournal } from '../case-journal.ts';
import { CaseRepository } from '../case.repository.ts';
import { followAnswer, type AnswerChange, type FollowUpPolicy } from '../follow-answer.ts';
import { FOLLOW_UP_SETTINGS, type FollowUpSettings } from '../settings.ts';

const KIND: Record<string, AnswerChange['kind']> = {
  [responseRecorded.type]: 'recorded', [responseAmended.type]: 'amended', [responseExcluded.type]: 'excluded', [responseReinstated.type]: 'reinstated',
  [responseErased.type]: 'erased',
};

interface Followed {
  before: Case | null;
  now: Case | null;
  events: CaseEvent[];
  correlation: string | undefined;
}

/** Folds a batch of answers into the tasks they concern; several changes of one answer in one batch make one write. */
@Injectable()
export class FollowAnswers {
  constructor(
    private readonly cases: CaseRepository,
    private readonly journal: CaseJournal,
    private readonly catalog: CatalogCopy,
    @Inject(FOLLOW_UP_SETTINGS) private readonly settings: FollowUpSettings,
  ) {}

  async apply({ events, tx }: Batch, now: Date): Promise<void> {
    const changes = (events.filter(({ type, tombstone }) => !tombstone && KIND[type]) as Received<ResponseChange>[]).filter(mayConcernATask);
    const policies = await this.#policies(changes);
    const known = await this.cases.lockByResponses(tx, [...new Set(changes.map(({ data }) => data.id))]);
    const followed = new Map<string, Followed>();
    for (const { type, data, correlation } of changes) {
      const one = followed.get(data.id) ?? start(known.get(data.id) ?? null);
      const happened = followAnswer(one.now, { ...data, kind: KIND[type]! }, data.after && policies.get(data.after.programme)!, uuidv7, now);
      followed.set(data.id, { before: one.before, now: evolveAll(one.now, happened), events: [...one.events, ...happened], correlation: correlation ?? one.correlation });
    }
    await this.journal.record(tx, [...followed.values()].flatMap(({ now: after, ...rest }) => (after ? [{ ...rest, after }] : [])));
  }

  async #policies(changes: readonly { data: ResponseChange }[]): Promise<Map<string, FollowUpPolicy>> {
    const programmes = new Set(changes.flatMap(({ data }) => data.after?.programme ?? []));
    return new Map(await Promise.all([...programmes].map(async (key) => [key, await this.#policyOf(key)] as const)));
  }

  /** @throws for a programme that nobody knows: the answer is put aside, and can be replayed once there is one */
  async #policyOf(key: string): Promise<FollowUpPolicy> {
    const programme = await this.catalog.programmeOrWait(key).catch((cause: unknown) => {
      throw Object.assign(new Error('The catalogue cannot be read to its end', { cause }), { transient: true });
    });
    if (!programme) throw new Error(`The programme ${key} is not known`);
    const { firstResponseMs, maxAgeMs } = this.settings;
    return { anonymous: programme.anonymous, caseDueMs: Duration.fromISO(programme.caseDue).toMillis(), firstResponseMs, maxAgeMs };
  }
}

/** Most answers are first ones of contented customers: they have no task and open none, so nothing need be looked up. */
function mayConcernATask({ type, data: { after } }: Received<ResponseChange>): boolean {
  return type !== responseRecorded.type || (after !== null && segmentOf(after.measure, after.score) === 'detractor');
}

const start = (state: Case | null): Followed => ({ before: state, now: state, events: [], correlation: undefined });
