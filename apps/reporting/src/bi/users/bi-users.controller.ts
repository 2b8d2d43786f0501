import { key } from '@candor/contracts';
import { CurrentPrincipal, Describe, parseBody, Requires } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { BiUsersService, type BiUser, type Credentials } from './bi-users.service.ts';

const request = z.object({
  name: z.string().trim().min(1).max(100).describe('For people: which tool, or who'),
  units: z.array(key).min(1).max(1000).optional().describe('Each with all below it; absent: all that you may see'),
});
const right = z.enum(['scores:read', 'responses:read', 'cases:read', 'decisions:read']);
const rightsRequest = z.object({ rights: z.array(right).max(4).describe('The views of these, and no others. Only such as you have') });
const credentials = z.object({ host: z.string(), port: z.int(), database: z.string(), schema: z.literal('bi'), user: z.string(), password: z.string() });
const listed = z.object({ user: z.string(), name: z.string(), units: z.array(z.string()).nullable(),
  rights: z.array(right).describe('What opens its views: of whoever made it'),
  limited: z.boolean().describe('It was made by a key before its maker\'s rights were kept, so that they are not known: it reads sums only, until `PUT /v1/bi-users/{user}/rights`'), createdAt: z.iso.datetime() });

const made: Credentials = { host: 'localhost', port: 5432, database: 'candor', schema: 'bi', user: 'bi_metabase_5b1f0c2a9e', password: 'pV3…told-once' };
const known: BiUser = { user: made.user, name: 'Metabase', units: ['north'], rights: ['scores:read', 'responses:read'], limited: false, createdAt: '2026-11-22T12:00:00.000Z' };

@Controller('/v1/bi-users')
export class BiUsersController {
  constructor(private readonly service: BiUsersService) {}

  @Post()
  @Requires('bi:write')
  @Describe({
    summary: 'A read-only SQL user for a BI tool',
    description: 'The user sees the views of the schema `bi` (scores, answers, units, touchpoints, cases, decisions, rival_scores, switching) for which whoever makes it has the right, as in OData: `scores:read` for scores, units, touchpoints, rival_scores and switching, `responses:read`, `cases:read` and `decisions:read` for theirs; with the rows of these units only. The password is told once.',
    body: { schema: request, example: { name: 'Metabase', units: ['north'] } },
    answers: {
      201: { description: 'How to connect', schema: credentials, example: made },
      400: { description: 'A unit does not exist' }, 403: { description: 'A unit is not among yours' },
      503: { description: 'This installation has no connection that may create users' },
    },
  })
  create(@CurrentPrincipal() principal: Principal, @Body() body: unknown): Promise<Credentials> {
    const { name, units } = parseBody(request, body);
    return this.service.create(principal, name, units ? [...new Set(units)] : null);
  }

  @Get()
  @Requires('bi:write')
  @Describe({ summary: 'The SQL users for BI tools', answers: { 200: { description: 'All of your units', schema: z.object({ data: z.array(listed), next: z.null() }), example: { data: [known], next: null } } } })
  async list(@CurrentPrincipal() principal: Principal): Promise<{ data: BiUser[]; next: null }> {
    return { data: await this.service.list(principal), next: null };
  }

  @Put(':user/rights')
  @Requires('bi:write')
  @Describe({
    summary: 'Says which views an SQL user reads', params: { user: { description: 'The user', example: made.user } },
    description: 'Its password and units stay. Users that a key made before this release have `limited` and read sums only: this gives them back what they should have.',
    body: { schema: rightsRequest, example: { rights: ['scores:read', 'responses:read'] } },
    answers: { 200: { description: 'The user: from its next statement on it reads these views', schema: listed, example: known }, 400: { description: 'No such right' }, 403: { description: 'BI.NOT_YOURS_TO_GIVE: you do not have that right' }, 404: { description: 'There is none, or it is not yours' } },
  })
  setRights(@CurrentPrincipal() principal: Principal, @Param('user') user: string, @Body() body: unknown): Promise<BiUser> {
    return this.service.setRights(principal, user, [...new Set(parseBody(rightsRequest, body).rights)]);
  }

  @Delete(':user')
  @HttpCode(204)
  @Requires('bi:write')
  @Describe({
    summary: 'Takes an SQL user away and ends its sessions', params: { user: { description: 'The user', example: made.user } },
    answers: { 204: { description: 'It is gone' }, 409: { description: 'BI.ROLE_HELD: it sees nothing any more, but somebody gave it rights by hand' }, 404: { description: 'There is none, or it is not yours' } },
  })
  remove(@CurrentPrincipal() principal: Principal, @Param('user') user: string): Promise<void> {
    return this.service.remove(principal, user);
  }
}
