import { CatalogCopy } from '@candor/catalog-copy';
import { personTopic, wordsTopic } from '@candor/contracts';
import { isTransient } from '@candor/database';
import { unavailable } from '@candor/http';
import { Inbox, Outbox, outgoingTombstone, type Outgoing, type Receipt } from '@candor/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { forgetRecordings } from '../../channel/voice/recording/recording.repository.ts';
import { decisionEvent } from '../../decision/decision-event.ts';
import { settle } from '../../decision/settle.ts';
import { noteFacts } from '../../invitation/invitation-journal.ts';
import { PERSONS_CONSUMER } from '../learn-from-answers/consumer.ts';
import { noteErasure } from '../erasure.repository.ts';
import { forgetDecisions, forgetInvitations, forgetPerson, lockPerson, undecided, unsent, type Undecided } from './forget.repository.ts';

const ATTEMPTS = 5;
const REASON = { code: 'ERASED', detail: 'the customer asked to be forgotten' };

/** Forgets a customer everywhere (GDPR, article 17): nothing that names them stays here, nothing more is sent to them, and their tombstone takes their answers along. */
@Injectable()
export class EraseCustomer {
  constructor(private readonly outbox: Outbox, private readonly inbox: Inbox, private readonly catalog: CatalogCopy) {}

  /**
   * Whoever is not known, or no longer, is noted too: what was said of them before and comes later brings nothing back.
   * @throws Problem 503 if it cannot be said within two seconds whether all news of them is here
   */
  async erase(customer: string, by: string, now: Date): Promise<void> {
    const upToDate = await this.inbox.caughtUp(wordsTopic, PERSONS_CONSUMER).catch((cause: unknown) => {
      throw behind(cause);
    });
    if (!upToDate) throw behind();
    const receipt = await this.#commit(customer, by, now);
    // Answered only once the others can hear of it.
    await this.outbox.published(receipt);
  }

  /** Somebody else may have taken a lock in between that we take in another order; the second time they are through. */
  async #commit(customer: string, by: string, now: Date): Promise<Receipt> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.outbox.transaction((tx) => this.#eraseIn(tx, customer, by, now));
      } catch (error) {
        if (attempt >= ATTEMPTS || !isTransient(error)) throw error;
      }
    }
  }

  async #eraseIn(tx: EntityManager, customer: string, by: string, now: Date): Promise<Receipt> {
    const person = await lockPerson(tx, customer);
    await noteErasure(tx, customer, by, now);
    if (person === undefined) return [];
    const open = await undecided(tx, person);
    await settle(tx, open.map(({ id }) => ({ id, outcome: 'excluded' as const, reason: REASON })), now);
    await noteFacts(tx, this.outbox, (await unsent(tx, person)).map((invitation) => ({
      invitation, fact: { type: 'cancelled' as const, at: now, reason: REASON.detail, outcome: 'excluded' as const, code: REASON.code },
    })), now);
    await forgetRecordings(tx, person);
    await forgetInvitations(tx, person);
    await forgetDecisions(tx, person);
    await forgetPerson(tx, person, now);
    return this.outbox.append(tx, [...open.map((one) => this.#excluded(one, person, now)), outgoingTombstone(personTopic, person)]);
  }

  #excluded({ event_id: eventId, policy_version: policyVersion, occurred_at: occurredAt, served_by: servedBy, unit, ...rest }: Undecided, person: string, now: Date): Outgoing {
    const path = this.catalog.pathOf(unit, occurredAt);
    return decisionEvent({ ...rest, eventId, policyVersion, occurredAt, person, servedBy: servedBy ?? undefined, path: path.length > 0 ? path : [unit] }, { outcome: 'excluded', reason: REASON }, now);
  }
}

const behind = (cause?: unknown) => unavailable('PERSONS.BEHIND', 'It cannot be said yet whether all news of this customer is here; try again', cause);
