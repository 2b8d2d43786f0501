import { CatalogCopy } from '@candor/catalog-copy';
import { caseTopic, catalogTopic, invitationTopic, personTopic, responseTopic, wordsTopic } from '@candor/contracts';
import { ConsumesBatch, type Batch } from '@candor/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { Anonymity } from '../anonymity/anonymity.ts';
import { holdReleases } from '../anonymity/release-lock.ts';
import { storeAnonymous } from '../anonymity/store-anonymous.ts';
import { storeOpinions } from '../anonymity/store-opinions.ts';
import { storeCatalogue } from '../catalogue/store-catalogue.ts';
import { tellMoved } from '../placement/shift-sums.ts';
import { TimeToScore } from '../time-to-score/time-to-score.ts';
import { storeAnswers } from './answer/store-answers.ts';
import { storeWords } from './answer/store-words.ts';
import { storeCases } from './case/store-cases.ts';
import { storeDecisions } from './decision/store-decisions.ts';
import { storeInvitations } from './invitation/store-invitations.ts';
import { storePersons } from './person/store-persons.ts';

/** One consumer for all of them: scores must not wait for it, and among themselves they gain nothing from running side by side. */
const FACTS = { consumer: 'facts', pace: 200, again: 'ignores' } as const;

/** Copies answers, words, invitations, decisions, cases and the catalogue into rows that BI tools read. */
@Controller()
export class CopyFactsController {
  constructor(private readonly catalog: CatalogCopy, private readonly anonymity: Anonymity, private readonly timing: TimeToScore) {}

  @ConsumesBatch(catalogTopic, FACTS)
  async catalogue(@Payload() { tx, events }: Batch): Promise<void> {
    await storeCatalogue(tx, events, new Date());
  }

  @ConsumesBatch(responseTopic, FACTS)
  async answers(@Payload() { tx, events, afterCommit }: Batch): Promise<void> {
    const { open, anonymous } = await this.anonymity.answers(events);
    if (anonymous.length > 0) await holdReleases(tx);
    const moved = await storeAnswers(tx, open);
    await storeAnonymous(tx, anonymous);
    await storeOpinions(tx, anonymous);
    await tellMoved(tx, moved);
    afterCommit(() => this.timing.recorded(open));
  }

  @ConsumesBatch(wordsTopic, FACTS)
  async words(@Payload() { tx, events }: Batch): Promise<void> {
    await storeWords(tx, events);
  }

  @ConsumesBatch(invitationTopic, FACTS)
  async invitations(@Payload() { tx, events }: Batch): Promise<void> {
    await storeDecisions(tx, events, (unit) => this.#zoneOf(unit));
    await storeInvitations(tx, await this.anonymity.invitations(events));
  }

  @ConsumesBatch(caseTopic, FACTS)
  async cases(@Payload() { tx, events }: Batch): Promise<void> {
    await storeCases(tx, events);
  }

  @ConsumesBatch(personTopic, FACTS)
  async persons(@Payload() { tx, events }: Batch): Promise<void> {
    await storePersons(tx, events);
  }

  /** The catalogue may be read later than what speaks of it: a batch waits rather than count on the wrong day. */
  async #zoneOf(key: string): Promise<string> {
    const unit = await this.catalog.unitOrWait(key).catch((error: Error) => {
      throw Object.assign(error, { transient: true });
    });
    return unit?.timeZone ?? 'UTC';
  }
}
