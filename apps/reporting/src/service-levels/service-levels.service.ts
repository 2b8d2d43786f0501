import type { Principal } from '@candor/identity';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { forwards, LATER } from '../scores/request.ts';
import { singleShape } from '../single-answers/request.ts';
import { Scopes } from '../single-answers/scopes.service.ts';
import { ServiceLevelsStore, type Level } from './service-levels.store.ts';

export interface ServiceLevels {
  asOf: string;
  programme: string;
  data: Level[];
}

export const levelsQuery = singleShape.refine(forwards, LATER);

/** How fast answers are on their way, and whether what was promised to unhappy customers is kept. */
@Injectable()
export class ServiceLevelsService {
  constructor(private readonly scopes: Scopes, private readonly store: ServiceLevelsStore) {}

  async levels(principal: Principal, query: z.output<typeof levelsQuery>): Promise<ServiceLevels> {
    const { programme, scope } = await this.scopes.read(principal, query);
    const now = new Date();
    return { asOf: now.toISOString(), programme: programme.key, data: await this.store.levels(scope, now) };
  }
}
