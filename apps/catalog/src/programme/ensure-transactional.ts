import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Outbox, type Outgoing } from '@candor/messaging';
import { ProgrammeEntity } from './programme.entity.ts';
import { TRANSACTIONAL } from './programme.ts';
import { putProgramme } from './put-programme.handler.ts';

/** Makes the programme `transactional` at the first start. It does not wait for Kafka: the catalogue can be read without. */
@Injectable()
export class EnsureTransactional implements OnApplicationBootstrap {
  constructor(private readonly outbox: Outbox) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.outbox.transaction(async (tx) => {
      // Several instances may start at once.
      await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('candor-catalogue', 0))");
      if (await tx.existsBy(ProgrammeEntity, { key: TRANSACTIONAL.key })) return;
      const events: Outgoing[] = [];
      await putProgramme(tx, (event) => void events.push(event), TRANSACTIONAL.key, TRANSACTIONAL.policy, new Date());
      await this.outbox.append(tx, events);
    });
  }
}
