import { CatalogCopy } from '@candor/catalog-copy';
import { externalId } from '@candor/contracts';
import { isTransient } from '@candor/database';
import { beyondYourUnits, CurrentPrincipal, Describe, invalidInput, parseParam, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Outbox } from '@candor/messaging';
import { correlationId } from '@candor/observability';
import { Body, Controller, Param, Put, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { storeStatements, type StoredAs } from '../base.repository.ts';
import { customerExample, customerRequest, readStatement, type BaseStatement } from '../statement.ts';

const view = z.object({ id: z.string(), unit: z.string(), stored: z.enum(['created', 'changed', 'unchanged']) });
const ATTEMPTS = 5;

/** `PUT /v1/customers/{id}`: one customer of the base. */
@Controller('v1/customers/:id')
export class PutCustomerController {
  constructor(private readonly outbox: Outbox, private readonly catalog: CatalogCopy) {}

  @Put()
  @Requires('interactions:write')
  @Describe({
    summary: 'Say that somebody is a customer, and what is known of them',
    description: 'Relationship programmes ask those who were named here, or in a file. Of the person, what is not mentioned stays as it is; `unit`, `value` and `until` are said anew each time. The same again changes nothing. '
      + '`until` in the past says that they have left.',
    params: { id: { description: 'The customer\'s id as the enterprise gives it', example: 'C-1042' } },
    body: { schema: customerRequest, example: customerExample },
    answers: {
      201: { description: 'They belong to the base from now', schema: view, example: { id: 'C-1042', unit: 'haifa-1', stored: 'created' } },
      200: { description: 'They belonged to it before', schema: view, example: { id: 'C-1042', unit: 'haifa-1', stored: 'unchanged' } },
      400: { description: 'A field is wrong' },
      403: { description: 'UNIT.NOT_YOURS: the unit, or the customer\'s present one, is not among those of the key' },
    },
  })
  async put(@Param('id') given: string, @Body() body: unknown, @CurrentPrincipal() principal: Principal, @Res({ passthrough: true }) reply: FastifyReply): Promise<z.infer<typeof view>> {
    const id = parseParam(externalId, 'id', given);
    if (body !== null && typeof body === 'object' && 'id' in body) throw invalidInput([{ field: 'id', message: 'stands in the address' }]);
    const read = readStatement(body !== null && typeof body === 'object' && !Array.isArray(body) ? { ...body, id } : body);
    if (!read.ok) throw invalidInput(read.errors);
    const { statement } = read;
    await this.catalog.unitOrWait(statement.unit);
    const stored = await this.#store(statement, this.catalog.visible(principal));
    if (stored.kind === 'refused') {
      if (this.catalog.unit(statement.unit) === undefined) throw invalidInput(stored.errors);
      throw beyondYourUnits(stored.errors.map(({ field, message }) => `${field}: ${message}`).join('; '), stored.errors);
    }
    reply.code(stored.kind === 'created' ? 201 : 200);
    return { id, unit: statement.unit, stored: stored.kind };
  }

  async #store(statement: BaseStatement, visible: ReadonlySet<string> | null): Promise<StoredAs> {
    for (let attempt = 1; ; attempt++) {
      try {
        const now = new Date();
        const who = { visible, hasUnit: (key: string) => this.catalog.unit(key) !== undefined, correlation: correlationId() };
        const [stored] = await this.outbox.transaction((tx) => storeStatements(tx, this.outbox, [statement], now, who, now));
        return stored!;
      } catch (error) {
        if (attempt >= ATTEMPTS || !isTransient(error)) throw error;
      }
    }
  }
}
