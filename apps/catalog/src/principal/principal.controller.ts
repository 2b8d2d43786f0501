import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Describe, parseBody, Problem, Requires } from '@candor/http';
import { principalSchema, scopesOf, type Principal } from '@candor/identity';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { ApiKeyEntity } from '../api-key/api-key.entity.ts';
import { PersonEntity } from '../person/person.entity.ts';

const lookup = z.union([
  /** Hex SHA-256 of an API key: the secret itself stays at the gateway. */
  z.object({ keyHash: z.string().regex(/^[0-9a-f]{64}$/) }),
  z.object({ subject: z.string().min(1), verifiedEmail: z.string().optional() }),
]);

/** Tells the gateway who is behind a key or a sign-in. */
@Controller()
export class PrincipalController {
  constructor(private readonly dataSource: DataSource) {}

  @Post('/internal/principals')
  @HttpCode(200)
  @Requires('internal')
  @Describe({
    summary: 'Who is behind a key or a sign-in',
    body: { schema: lookup, example: { subject: 'noa', verifiedEmail: 'noa@example.com' } },
    answers: {
      200: { description: 'The principal', schema: principalSchema, example: { subject: 'noa', kind: 'person', name: 'Noa Levi', scopes: ['cases:read'], units: ['haifa-1'], roles: ['agent'] } },
      404: { description: 'Nobody (any more)' },
    },
  })
  async find(@Body() body: unknown): Promise<Principal> {
    const question = parseBody(lookup, body);
    const principal = 'keyHash' in question ? await this.#byKey(question.keyHash, new Date()) : await this.#byPerson(question.subject, question.verifiedEmail);
    if (!principal) throw new Problem({ status: 404, code: 'PRINCIPAL.UNKNOWN', title: 'Nobody is known by that' });
    return principal;
  }

  async #byKey(hash: string, now: Date): Promise<Principal | undefined> {
    const key = await this.dataSource.manager.findOneBy(ApiKeyEntity, { hash });
    if (!key || key.revokedAt !== null || (key.expiresAt !== null && key.expiresAt <= now)) return undefined;
    return { subject: `key:${key.id}`, kind: 'key', name: key.name, scopes: key.scopes, units: key.units, roles: [] };
  }

  /** By the provider's subject; somebody who was entered by address before their first sign-in, by the address that the provider has verified. */
  async #byPerson(subject: string, verifiedEmail: string | undefined): Promise<Principal | undefined> {
    const people = this.dataSource.getRepository(PersonEntity);
    const person = (await people.findOneBy({ subject })) ?? (verifiedEmail === undefined ? null : await people.findOneBy({ subject: verifiedEmail.toLowerCase() }));
    if (!person) return undefined;
    return { subject: person.subject, kind: 'person', name: person.name, scopes: scopesOf(person.roles), units: person.units, roles: person.roles };
  }
}
