import { CatalogCopy, requireNamed } from '@candor/catalog-copy';
import { CurrentPrincipal, Describe, parseBody, Requires, unavailable } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Channels } from '../../channel/channels.ts';
import { dryRun } from './dry-run.ts';
import { dryRunRequest, dryRunView, EXAMPLE, REQUEST, type DryRunView } from './request.ts';

/** `POST /v1/decisions/dry-run`: what a policy would have done, before it is published. */
@Controller('v1/decisions/dry-run')
export class DryRunController {
  #running = false;

  constructor(private readonly dataSource: DataSource, private readonly catalog: CatalogCopy, private readonly channels: Channels) {}

  @Post()
  @HttpCode(200)
  @Requires('decisions:read', 'catalog:write')
  @Describe({
    summary: 'What would this policy have done?',
    description: 'Decides again about interactions of the past, of all touchpoints of the programme, as the draft would have, and changes nothing. Consent, contacts and exclusions are taken as they are now, '
      + 'opt-outs and bounces as they were then, contacts by other programmes as they happened. It cannot show how programmes of different priority would give way to each other, nor whom another walk over the base '
      + 'would have planned: of a walk it decides again only about those who had been planned.',
    body: { schema: dryRunRequest, example: REQUEST },
    answers: {
      200: { description: 'Interactions by outcome and reason, as they would be and as they are', schema: dryRunView, example: EXAMPLE },
      400: { description: 'A field is wrong, or the programme is not known' },
      503: { description: 'DRY_RUN.BUSY: another one is under way here; try again' },
    },
  })
  async run(@CurrentPrincipal() principal: Principal, @Body() body: unknown): Promise<DryRunView> {
    const { programme: key, policy, from, to } = parseBody(dryRunRequest, body);
    await requireNamed(this.catalog, principal, { programme: key });
    const published = this.catalog.programme(key)!;
    // Deciding for real goes first: one at a time is enough to compare drafts.
    if (this.#running) throw unavailable('DRY_RUN.BUSY', 'Another dry run is under way; try again when it is over');
    this.#running = true;
    try {
      const visible = this.catalog.visible(principal);
      const given = Object.fromEntries(Object.entries(policy).filter(([, value]) => value !== undefined));
      return await dryRun(this.dataSource, this.catalog, this.channels.available, { programme: { ...published, ...given }, units: visible && [...visible], from, to });
    } finally {
      this.#running = false;
    }
  }
}
