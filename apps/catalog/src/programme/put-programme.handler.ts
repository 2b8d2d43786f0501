import { Injectable } from '@nestjs/common';
import { programmeSet } from '@candor/contracts';
import { outgoing, type Outgoing } from '@candor/messaging';
import type { EntityManager } from 'typeorm';
import { CatalogueWriter, type Announce } from '../publication/catalogue-writer.ts';
import { revise } from '../publication/revise.ts';
import { ProgrammeEntity, programmeOf } from './programme.entity.ts';
import type { Programme, ProgrammePolicy } from './programme.ts';

@Injectable()
export class PutProgrammeHandler {
  constructor(private readonly writer: CatalogueWriter) {}

  handle(key: string, policy: ProgrammePolicy, now: Date): Promise<{ programme: Programme; created: boolean }> {
    return this.writer.write((tx, announce) => putProgramme(tx, announce, key, policy, now));
  }
}

export async function putProgramme(tx: EntityManager, announce: Announce, key: string, policy: ProgrammePolicy, now: Date): Promise<{ programme: Programme; created: boolean }> {
  const row = await tx.findOneBy(ProgrammeEntity, { key });
  const existing = row ? programmeOf(row) : undefined;
  const programme = revise(existing, key, policy, now);
  if (programme !== existing) {
    await tx.upsert(ProgrammeEntity, { ...programme, changedAt: now }, ['key']);
    announce(outgoing(programmeSet, programme, { time: now }) as Outgoing);
  }
  return { programme, created: !existing };
}
