import { Injectable } from '@nestjs/common';
import { programmeSet } from '@candor/contracts';
import { Problem } from '@candor/http';
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

/** @throws Problem 409 naming `anonymous` where it would become another: what was promised to those who answered stands, and figures of both kinds would tell them apart */
export async function putProgramme(tx: EntityManager, announce: Announce, key: string, policy: ProgrammePolicy, now: Date): Promise<{ programme: Programme; created: boolean }> {
  const row = await tx.findOneBy(ProgrammeEntity, { key });
  const existing = row ? programmeOf(row) : undefined;
  if (existing && existing.anonymous !== policy.anonymous) throw anonymityStands(key, existing.anonymous);
  const programme = revise(existing, key, policy, now);
  if (programme !== existing) {
    await tx.upsert(ProgrammeEntity, { ...programme, changedAt: now }, ['key']);
    announce(outgoing(programmeSet, programme, { time: now }) as Outgoing);
  }
  return { programme, created: !existing };
}

function anonymityStands(key: string, anonymous: boolean): Problem {
  const message = `${key} was made as ${anonymous ? 'an anonymous' : 'a named'} programme and stays one: make another programme`;
  return new Problem({ status: 409, code: 'PROGRAMME.ANONYMITY_STANDS', title: 'Whether a programme is anonymous cannot be changed', detail: message, errors: [{ field: 'anonymous', message }] });
}
