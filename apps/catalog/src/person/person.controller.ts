import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query, Res } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { beyondYourUnits, CurrentPrincipal, decodeCursor, Describe, notFound, pageOf, pageQuery, parseBody, parseParam, parseQuery, Requires, type Page } from '@candor/http';
import { scopesOf, type Principal } from '@candor/identity';
import type { FastifyReply } from 'fastify';
import { Repository } from 'typeorm';
import { z } from 'zod';
import { Grant } from '../access/grant.ts';
import { Visibility } from '../unit/visibility.ts';
import { PersonEntity, viewOf } from './person.entity.ts';
import { personExample, personSubject, personView, putPersonRequest, type PersonView } from './person.ts';
import { PutPersonHandler } from './put-person.handler.ts';

const listQuery = z.object(pageQuery);
const params = { subject: { description: "The identity provider's subject, or the address before the first sign-in", example: 'noa' } };

@Controller()
export class PersonController {
  constructor(
    @InjectRepository(PersonEntity) private readonly people: Repository<PersonEntity>,
    private readonly handler: PutPersonHandler,
    private readonly grant: Grant,
    private readonly visibility: Visibility,
  ) {}

  @Put('/v1/people/:subject')
  @Requires('keys:write')
  @Describe({
    summary: 'Give a person roles and units',
    description: 'Nobody can give a right or a unit that is not their own. Without `units` the person has all of yours. It takes effect within 10 seconds.',
    params,
    body: { schema: putPersonRequest, example: { email: 'noa@example.com', name: 'Noa Levi', roles: ['agent'], units: ['haifa-1'] } },
    answers: { 200: { description: 'The person as known now', schema: personView, example: personExample }, 201: { description: 'The person was added', schema: personView } },
  })
  async put(@Param('subject') given: string, @Body() body: unknown, @CurrentPrincipal() principal: Principal, @Res({ passthrough: true }) reply: FastifyReply): Promise<PersonView> {
    const subject = parseParam(personSubject, 'subject', given);
    const { units, ...request } = parseBody(putPersonRequest, body);
    this.grant.requireScopes(principal, scopesOf(request.roles), 'roles');
    const granted = await this.grant.unitsOf(principal, units);
    const existing = await this.people.findOneBy({ subject });
    if (existing) await this.#requireCovered(existing, principal);
    const { person, created } = await this.handler.handle({ subject, ...request, units: granted }, new Date());
    reply.code(created ? 201 : 200);
    return viewOf(person, true);
  }

  @Get('/v1/people')
  @Requires('catalog:read')
  @Describe({ summary: 'List people', description: 'Limited to people of your units. Addresses are shown to those who manage access.', query: listQuery, answers: { 200: { description: 'A page of people', schema: z.object({ data: z.array(personView), next: z.string().nullable() }), example: { data: [personExample], next: null } } } })
  async list(@Query() query: unknown, @CurrentPrincipal() principal: Principal): Promise<Page<PersonView>> {
    const { limit, cursor } = parseQuery(listQuery, query);
    const after = cursor === undefined ? '' : decodeCursor(z.string(), cursor);
    const visible = await this.visibility.of(principal);
    const found = this.people.createQueryBuilder('p').where('p.subject > :after', { after });
    if (visible) found.andWhere('p.units <@ :visible', { visible: [...visible] });
    const rows = await found.orderBy('p.subject').limit(limit + 1).getMany();
    return pageOf(rows, limit, (person) => viewOf(person, managesAccess(principal)), ({ subject }) => subject);
  }

  @Get('/v1/people/:subject')
  @Requires('catalog:read')
  @Describe({ summary: 'Read a person', params, answers: { 200: { description: 'The person', schema: personView, example: personExample }, 404: { description: 'Not known, or not of your units' } } })
  async read(@Param('subject') subject: string, @CurrentPrincipal() principal: Principal): Promise<PersonView> {
    const person = await this.people.findOneBy({ subject });
    if (!person || !(await this.grant.covers(principal, person.units))) throw notFound('person', subject);
    return viewOf(person, managesAccess(principal));
  }

  @Delete('/v1/people/:subject')
  @HttpCode(204)
  @Requires('keys:write')
  @Describe({ summary: 'Take all access from a person', params, answers: { 204: { description: 'The person cannot sign in any more' } } })
  async remove(@Param('subject') subject: string, @CurrentPrincipal() principal: Principal): Promise<void> {
    const person = await this.people.findOneBy({ subject });
    if (!person) throw notFound('person', subject);
    await this.#requireCovered(person, principal);
    await this.people.delete({ subject });
  }

  /** Whoever has more rights or other units than oneself is not one's to change. */
  async #requireCovered(person: PersonEntity, principal: Principal): Promise<void> {
    this.grant.requireScopes(principal, scopesOf(person.roles), 'roles');
    if (await this.grant.covers(principal, person.units)) return;
    throw beyondYourUnits('The person belongs to other units', [{ field: 'subject', message: 'belongs to units that are not yours' }]);
  }
}

const managesAccess = ({ scopes }: Principal): boolean => scopes.includes('keys:write');
