import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Problem } from '@candor/http';
import type { Role } from '@candor/identity';
import { DataSource, type EntityManager } from 'typeorm';
import { PersonEntity } from './person.entity.ts';

export interface PutPerson {
  subject: string;
  email: string;
  name: string;
  roles: Role[];
  units: string[] | null;
}

@Injectable()
export class PutPersonHandler {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws Problem 409 naming `email` if it is another person's */
  async handle(command: PutPerson, now: Date): Promise<{ person: PersonEntity; created: boolean }> {
    return this.dataSource.transaction(async (tx) => {
      await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('candor-people', 0))");
      const existing = await tx.findOneBy(PersonEntity, { subject: command.subject });
      await refuseTakenEmail(tx, command);
      if (existing && unchanged(existing, command)) return { person: existing, created: false };
      const person: PersonEntity = { ...command, version: (existing?.version ?? 0) + 1, changedAt: now };
      await tx.upsert(PersonEntity, person, ['subject']);
      return { person, created: !existing };
    });
  }
}

function unchanged({ version: _version, changedAt: _changedAt, ...existing }: PersonEntity, command: PutPerson): boolean {
  return isDeepStrictEqual(existing, { ...command });
}

async function refuseTakenEmail(tx: EntityManager, { subject, email }: PutPerson): Promise<void> {
  const taken = await tx.createQueryBuilder(PersonEntity, 'p').where('lower(p.email) = lower(:email) AND p.subject <> :subject', { email, subject }).getExists();
  if (!taken) return;
  const message = 'belongs to another person';
  throw new Problem({ status: 409, code: 'PERSON.EMAIL_TAKEN', title: 'That address is taken', detail: `email: ${message}`, errors: [{ field: 'email', message }] });
}
