import { CatalogCopy } from '@candor/catalog-copy';
import { CurrentPrincipal, invalidInput, notYourUnits, Problem, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { correlationId } from '@candor/observability';
import { Body, Controller, Headers, HttpCode, Post } from '@nestjs/common';
import { Acceptance } from '../acceptance.ts';
import type { InteractionEvent } from '../cloud-event.ts';
import { BATCH, readHttp } from '../http-binding.ts';
import { describeAccept } from './openapi.ts';

/** `POST /v1/interactions`: CloudEvents in binary, structured or batch mode. */
@Controller('v1/interactions')
export class InteractionsController {
  constructor(private readonly acceptance: Acceptance, private readonly catalog: CatalogCopy) {}

  @Post()
  @HttpCode(202)
  @Requires('interactions:write')
  @describeAccept
  async accept(@CurrentPrincipal() principal: Principal, @Headers() headers: Record<string, string>, @Body() body: unknown): Promise<{ accepted: number; duplicates: number }> {
    const read = readHttp(headers, body);
    if (!read.ok) throw 'unsupported' in read ? wrongType() : invalidInput(read.errors);
    const events = read.value;
    const inBatch = (headers['content-type'] ?? '').toLowerCase().startsWith(BATCH);
    const prefixOf = (index: number): string => (inBatch ? `[${index}].` : '');

    const unknown = await this.acceptance.unknownKeys(events, prefixOf);
    if (unknown.length > 0) throw invalidInput(unknown);
    this.#mayWrite(principal, events, prefixOf);
    const outcome = await this.acceptance.accept({ events, correlation: correlationId() });
    if (!outcome.ok) throw conflict(events[outcome.conflict]!, prefixOf(outcome.conflict));
    return { accepted: outcome.accepted, duplicates: outcome.duplicates };
  }

  #mayWrite(principal: Principal, events: readonly InteractionEvent[], prefixOf: (index: number) => string): void {
    const visible = this.catalog.visible(principal);
    if (visible === null) return;
    const foreign = events.flatMap(({ data: { unit } }, index) => (visible.has(unit) ? [] : [{ field: `${prefixOf(index)}data.unit`, unit }]));
    if (foreign.length > 0) throw notYourUnits(foreign);
  }
}

const wrongType = (): Problem => new Problem({
  status: 415, code: 'BODY.MEDIA_TYPE', title: 'This content type is not taken here',
  detail: 'Send CloudEvents as application/cloudevents+json, application/cloudevents-batch+json, or application/json with ce-* headers',
});

const conflict = ({ source, id }: InteractionEvent, prefix: string): Problem => new Problem({
  status: 409, code: 'INTERACTION.CONFLICT', title: 'This identity belongs to another interaction',
  detail: `An interaction with source "${source}" and id "${id}" was accepted before with other data; nothing of this request was stored`,
  errors: [{ field: `${prefix}id`, message: 'was used before with other data' }],
});
