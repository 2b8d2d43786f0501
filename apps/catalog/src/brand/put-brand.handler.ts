import { Injectable } from '@nestjs/common';
import { brandSet } from '@candor/contracts';
import { invalidInput, type FieldError } from '@candor/http';
import { outgoing, type Outgoing } from '@candor/messaging';
import { ArrayOverlap, In, Not, type EntityManager } from 'typeorm';
import { ProgrammeEntity } from '../programme/programme.entity.ts';
import { CatalogueWriter } from '../publication/catalogue-writer.ts';
import { revise } from '../publication/revise.ts';
import { UnitEntity } from '../unit/unit.entity.ts';
import { BrandEntity, brandOf } from './brand.entity.ts';
import type { Brand, BrandContent } from './brand.ts';

@Injectable()
export class PutBrandHandler {
  constructor(private readonly writer: CatalogueWriter) {}

  /** @throws Problem 400 naming each unit or programme that is not known, or has another brand already */
  handle(key: string, content: BrandContent, now: Date): Promise<{ brand: Brand; created: boolean }> {
    return this.writer.write(async (tx, announce) => {
      const wrong = [...(await wrongKeys(tx, key, 'units', content.units)), ...(await wrongKeys(tx, key, 'programmes', content.programmes))];
      if (wrong.length > 0) throw invalidInput(wrong);
      const row = await tx.findOneBy(BrandEntity, { key });
      const existing = row ? brandOf(row) : undefined;
      const brand = revise(existing, key, content, now);
      if (brand !== existing) {
        await tx.upsert(BrandEntity, { ...brand, changedAt: now }, ['key']);
        announce(outgoing(brandSet, brand, { time: now }) as Outgoing);
      }
      return { brand, created: !existing };
    });
  }
}

async function wrongKeys(tx: EntityManager, key: string, field: 'units' | 'programmes', given: readonly string[]): Promise<FieldError[]> {
  if (given.length === 0) return [];
  const known = new Set((await tx.find<{ key: string }>(field === 'units' ? UnitEntity : ProgrammeEntity, { where: { key: In([...given]) }, select: { key: true } })).map((row) => row.key));
  const others = await tx.find(BrandEntity, { where: { key: Not(key), [field]: ArrayOverlap([...given]) } });
  return given.flatMap((one, index) => {
    const other = others.find((brand) => brand[field].includes(one));
    const message = !known.has(one) ? `"${one}" is not known` : other && `"${one}" has the brand "${other.key}"`;
    return message ? [{ field: `${field}[${index}]`, message }] : [];
  });
}
