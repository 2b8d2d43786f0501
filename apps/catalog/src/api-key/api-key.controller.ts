import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { CurrentPrincipal, decodeCursor, Describe, notFound, pageOf, pageQuery, parseBody, parseQuery, Requires, type Page } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Repository } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { Grant } from '../access/grant.ts';
import { Visibility } from '../unit/visibility.ts';
import { ApiKeyEntity } from './api-key.entity.ts';
import { apiKeyExample, apiKeyView, createApiKeyRequest, createdApiKeyView, viewOf, type ApiKeyView } from './api-key.view.ts';
import { hashOf, newSecret } from './secret.ts';

const listQuery = z.object(pageQuery);
const params = { id: { description: 'The id of the key (not its secret)', example: apiKeyExample.id } };

@Controller()
export class ApiKeyController {
  constructor(
    @InjectRepository(ApiKeyEntity) private readonly keys: Repository<ApiKeyEntity>,
    private readonly grant: Grant,
    private readonly visibility: Visibility,
  ) {}

  @Post('/v1/api-keys')
  @Requires('keys:write')
  @Describe({
    summary: 'Create an API key',
    description: 'Its secret is shown this once. Nobody can give a key a right or a unit that is not their own; without `units` it has all of yours.',
    body: { schema: createApiKeyRequest, example: { name: 'CRM', scopes: ['interactions:write', 'decisions:read'], units: ['north'] } },
    answers: { 201: { description: 'The key with its secret', schema: createdApiKeyView, example: { ...apiKeyExample, secret: 'ck_Zk3v...' } }, 403: { description: 'More than you have yourself' } },
  })
  async create(@Body() body: unknown, @CurrentPrincipal() principal: Principal): Promise<ApiKeyView & { secret: string }> {
    const { name, scopes, units, expiresAt } = parseBody(createApiKeyRequest, body);
    this.grant.requireScopes(principal, scopes, 'scopes');
    const secret = newSecret();
    const key: ApiKeyEntity = {
      id: uuidv7(), name, hash: hashOf(secret), scopes, units: await this.grant.unitsOf(principal, units), createdBy: principal.subject,
      createdAt: new Date(), expiresAt: expiresAt === undefined ? null : new Date(expiresAt), revokedAt: null,
    };
    await this.keys.insert(key);
    return { ...viewOf(key), secret };
  }

  @Get('/v1/api-keys')
  @Requires('keys:write')
  @Describe({ summary: 'List API keys', query: listQuery, answers: { 200: { description: 'A page of keys, revoked ones too', schema: z.object({ data: z.array(apiKeyView), next: z.string().nullable() }), example: { data: [apiKeyExample], next: null } } } })
  async list(@Query() query: unknown, @CurrentPrincipal() principal: Principal): Promise<Page<ApiKeyView>> {
    const { limit, cursor } = parseQuery(listQuery, query);
    const after = cursor === undefined ? '' : decodeCursor(z.string(), cursor);
    const visible = await this.visibility.of(principal);
    const found = this.keys.createQueryBuilder('k').where('k.id > :after', { after });
    if (visible) found.andWhere('k.units <@ :visible', { visible: [...visible] });
    return pageOf(await found.orderBy('k.id').limit(limit + 1).getMany(), limit, viewOf, ({ id }) => id);
  }

  @Get('/v1/api-keys/:id')
  @Requires('keys:write')
  @Describe({ summary: 'Read an API key', params, answers: { 200: { description: 'The key', schema: apiKeyView, example: apiKeyExample }, 404: { description: 'Not known' } } })
  async read(@Param('id') id: string, @CurrentPrincipal() principal: Principal): Promise<ApiKeyView> {
    return viewOf(await this.#find(id, principal));
  }

  @Delete('/v1/api-keys/:id')
  @HttpCode(204)
  @Requires('keys:write')
  @Describe({ summary: 'Revoke an API key', description: 'It stops working within 10 seconds. Revoking it again changes nothing.', params, answers: { 204: { description: 'It is revoked' } } })
  async revoke(@Param('id') id: string, @CurrentPrincipal() principal: Principal): Promise<void> {
    const key = await this.#find(id, principal);
    if (key.revokedAt === null) await this.keys.update({ id }, { revokedAt: new Date() });
  }

  async #find(id: string, principal: Principal): Promise<ApiKeyEntity> {
    const key = await this.keys.findOneBy({ id });
    if (!key || !(await this.grant.covers(principal, key.units))) throw notFound('key', id);
    return key;
  }
}
