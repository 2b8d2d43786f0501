import { Injectable } from '@nestjs/common';
import { touchpointSet } from '@candor/contracts';
import { invalidInput } from '@candor/http';
import { outgoing, type Outgoing } from '@candor/messaging';
import { ProgrammeEntity } from '../programme/programme.entity.ts';
import { CatalogueWriter } from '../publication/catalogue-writer.ts';
import { revise } from '../publication/revise.ts';
import { TouchpointEntity, touchpointOf } from './touchpoint.entity.ts';
import type { Touchpoint, TouchpointContent } from './touchpoint.ts';

@Injectable()
export class PutTouchpointHandler {
  constructor(private readonly writer: CatalogueWriter) {}

  /** @throws Problem 400 naming `programme` if it is not known */
  handle(key: string, content: TouchpointContent, now: Date): Promise<{ touchpoint: Touchpoint; created: boolean }> {
    return this.writer.write(async (tx, announce) => {
      if (!(await tx.existsBy(ProgrammeEntity, { key: content.programme }))) {
        throw invalidInput([{ field: 'programme', message: `programme "${content.programme}" is not known` }]);
      }
      const row = await tx.findOneBy(TouchpointEntity, { key });
      const existing = row ? touchpointOf(row) : undefined;
      const touchpoint = revise(existing, key, content, now);
      if (touchpoint !== existing) {
        await tx.upsert(TouchpointEntity, { ...touchpoint, changedAt: now }, ['key']);
        announce(outgoing(touchpointSet, touchpoint, { time: now }) as Outgoing);
      }
      return { touchpoint, created: !existing };
    });
  }
}
