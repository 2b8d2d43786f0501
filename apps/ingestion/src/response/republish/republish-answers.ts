import { responseTopic, wordsTopic } from '@candor/contracts';
import { Republishers, type Outgoing, type OutgoingTombstone } from '@candor/messaging';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Answer } from '../answer.ts';
import { allAnswers } from './all-answers.ts';
import { factsOf, wordsAgain } from './retold.ts';

/** Tells every answer and its words again, from their rows. */
@Injectable()
export class RepublishAnswers implements OnModuleInit {
  constructor(private readonly republishers: Republishers) {}

  onModuleInit(): void {
    this.republishers.add({ topic: responseTopic, events: (tx) => retold(tx, factsOf) });
    this.republishers.add({ topic: wordsTopic, events: (tx) => retold(tx, wordsAgain) });
  }
}

async function* retold(tx: EntityManager, tell: (answer: Answer) => (Outgoing | OutgoingTombstone)[]): AsyncIterable<Outgoing | OutgoingTombstone> {
  for await (const answer of allAnswers(tx)) yield* tell(answer);
}
