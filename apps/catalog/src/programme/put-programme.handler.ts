import { Injectable } from '@nestjs/common';
import { programmeSet } from '@candor/contracts';
import { Problem } from '@candor/http';
import { outgoing, type Outgoing } from '@candor/messaging';
import type { EntityManager } from 'typeorm';
import { TouchpointEntity } from '../touchpoint/touchpoint.entity.ts';
import { CatalogueWriter, type Announce } from '../publication/catalogue-writer.ts';
import { revise } from '../publication/revise.ts';
import { ProgrammeEntity, programmeOf } from './programme.entity.ts';
import { TRANSACTIONAL, type Programme, type ProgrammePolicy } from './programme.ts';

@Injectable()
export class PutProgrammeHandler {
  constructor(private readonly writer: CatalogueWriter) {}

  handle(key: string, policy: ProgrammePolicy, now: Date): Promise<{ programme: Programme; created: boolean }> {
    return this.writer.write((tx, announce) => putProgramme(tx, announce, key, policy, now));
  }
}

/**
 * @throws Problem 409 naming `anonymous` where it would become another: what was promised to those who answered stands, and figures of both kinds would tell them apart;
 * naming `kind` or `audience` once the programme is used: scores of different kinds and audiences would stand in one history (domain 2.1)
 */
export async function putProgramme(tx: EntityManager, announce: Announce, key: string, policy: ProgrammePolicy, now: Date): Promise<{ programme: Programme; created: boolean }> {
  const row = await tx.findOneBy(ProgrammeEntity, { key });
  const existing = row ? programmeOf(row) : undefined;
  if (existing && existing.anonymous !== policy.anonymous) throw anonymityStands(key, existing.anonymous);
  if (existing) await requireSameHistory(tx, existing, policy);
  const programme = revise(existing, key, policy, now);
  if (programme !== existing) {
    await tx.upsert(ProgrammeEntity, { ...programme, changedAt: now }, ['key']);
    announce(outgoing(programmeSet, programme, { time: now }) as Outgoing);
  }
  return { programme, created: !existing };
}

async function requireSameHistory(tx: EntityManager, existing: Programme, policy: ProgrammePolicy): Promise<void> {
  const field = (['kind', 'audience'] as const).find((one) => existing[one] !== policy[one]);
  if (field === undefined || !(await isUsed(tx, existing))) return;
  const message = `${existing.key} is used as a programme of the ${field} "${existing[field]}" and stays one: make another programme`;
  throw new Problem({ status: 409, code: `PROGRAMME.${field.toUpperCase()}_STANDS`, title: `The ${field} of a programme that is used cannot be changed`, detail: message, errors: [{ field, message }] });
}

/** Somebody may have been asked by it: it has touchpoints, or walks the base. Touchpoints that name no programme belong to `transactional`. */
const isUsed = async (tx: EntityManager, { key, walk }: Programme): Promise<boolean> => key === TRANSACTIONAL.key || walk !== null || tx.existsBy(TouchpointEntity, { programme: key });

function anonymityStands(key: string, anonymous: boolean): Problem {
  const message = `${key} was made as ${anonymous ? 'an anonymous' : 'a named'} programme and stays one: make another programme`;
  return new Problem({ status: 409, code: 'PROGRAMME.ANONYMITY_STANDS', title: 'Whether a programme is anonymous cannot be changed', detail: message, errors: [{ field: 'anonymous', message }] });
}
