import { brandSet, catalogTopic, programmeSet, touchpointSet } from '@candor/contracts';
import { outgoing, Republishers, type Outgoing, type Republisher } from '@candor/messaging';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BrandEntity, brandOf } from '../brand/brand.entity.ts';
import { ProgrammeEntity, programmeOf } from '../programme/programme.entity.ts';
import { TouchpointEntity, touchpointOf } from '../touchpoint/touchpoint.entity.ts';
import { unitEvent } from '../unit/unit-event.ts';
import { UnitEntity, unitOf } from '../unit/unit.entity.ts';
import type { Unit } from '../unit/unit.ts';

/** Tells the whole catalogue again: every programme, unit, touchpoint and brand as it stands. */
@Injectable()
export class RepublishCatalogue implements Republisher, OnModuleInit {
  readonly topic = catalogTopic;

  constructor(private readonly republishers: Republishers) {}

  onModuleInit(): void {
    this.republishers.add(this);
  }

  async *events(tx: EntityManager): AsyncIterable<Outgoing> {
    for (const row of await tx.find(ProgrammeEntity, { order: { key: 'ASC' } })) yield outgoing(programmeSet, programmeOf(row), { time: row.changedAt }) as Outgoing;
    for (const unit of parentsFirst((await tx.find(UnitEntity, { order: { key: 'ASC' } })).map(unitOf))) yield unitEvent(unit);
    for (const row of await tx.find(TouchpointEntity, { order: { key: 'ASC' } })) yield outgoing(touchpointSet, touchpointOf(row), { time: row.changedAt }) as Outgoing;
    for (const row of await tx.find(BrandEntity, { order: { key: 'ASC' } })) yield outgoing(brandSet, brandOf(row), { time: row.changedAt }) as Outgoing;
  }
}

/** A unit after all that it ever hung below. Two that hung below each other, each at its time, come last. */
export function parentsFirst(units: readonly Unit[]): Unit[] {
  const waiting = new Map(units.map((unit) => [unit.key, unit]));
  const ordered: Unit[] = [];
  for (let before = -1; before !== ordered.length;) {
    before = ordered.length;
    for (const unit of waiting.values()) {
      if (unit.placements.some(({ parent }) => parent !== null && waiting.has(parent))) continue;
      ordered.push(unit);
      waiting.delete(unit.key);
    }
  }
  return [...ordered, ...waiting.values()];
}
