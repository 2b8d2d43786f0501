import { Injectable } from '@nestjs/common';
import { touchpointSet } from '@candor/contracts';
import { invalidInput } from '@candor/http';
import { outgoing, type Outgoing } from '@candor/messaging';
import { ProgrammeEntity } from '../programme/programme.entity.ts';
import { CatalogueWriter } from '../publication/catalogue-writer.ts';
import { revise } from '../publication/revise.ts';
import { TouchpointEntity, touchpointOf } from './touchpoint.entity.ts';
import type { Touchpoint, TouchpointContent } from './touchpoint.ts';
import { dayOf, weigh, weightOn } from './weights.ts';

@Injectable()
export class PutTouchpointHandler {
  constructor(private readonly writer: CatalogueWriter) {}

  /** @throws Problem 400 naming `programme` if it is not known */
  handle(key: string, { weightFrom, ...content }: TouchpointContent & { weightFrom?: string | undefined }, now: Date): Promise<{ touchpoint: Touchpoint; created: boolean }> {
    return this.writer.write(async (tx, announce) => {
      if (!(await tx.existsBy(ProgrammeEntity, { key: content.programme }))) {
        throw invalidInput([{ field: 'programme', message: `programme "${content.programme}" is not known` }]);
      }
      const row = await tx.findOneBy(TouchpointEntity, { key });
      const existing = row ? touchpointOf(row, now) : undefined;
      const weights = weigh(existing?.weights ?? [], content.weight, weightFrom, dayOf(now));
      const touchpoint = revise(existing, key, { ...content, weight: weightOn(weights, dayOf(now)), weights }, now);
      if (touchpoint !== existing) {
        await tx.upsert(TouchpointEntity, { ...touchpoint, changedAt: now }, ['key']);
        announce(outgoing(touchpointSet, touchpoint, { time: now }) as Outgoing);
      }
      return { touchpoint, created: !existing };
    });
  }
}
