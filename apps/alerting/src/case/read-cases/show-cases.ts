import { CatalogCopy } from '@candor/catalog-copy';
import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { KnownPersonEntity } from '../../known/known-person.entity.ts';
import { KnownStaffEntity } from '../../known/known-staff.entity.ts';
import { KnownWordsEntity } from '../../known/known-words.entity.ts';
import { CaseEventEntity } from '../case-event.entity.ts';
import type { CaseEntity } from '../case.entity.ts';
import type { CaseView } from './case.view.ts';
import { viewOf, type Known } from './view-of.ts';

/** Puts together what a task shows: itself, its history, the customer and the words, and names from the catalogue. Five queries for any number of tasks. */
@Injectable()
export class ShowCases {
  constructor(private readonly dataSource: DataSource, private readonly catalog: CatalogCopy) {}

  async show(rows: readonly CaseEntity[], now: Date): Promise<CaseView[]> {
    if (rows.length === 0) return [];
    const manager = this.dataSource.manager;
    const present = (values: (string | null | undefined)[]): string[] => [...new Set(values.filter((value) => value != null))];
    const [events, words, persons] = await Promise.all([
      manager.find(CaseEventEntity, { where: { caseId: In(rows.map(({ id }) => id)) }, order: { caseId: 'ASC', revision: 'ASC' } }),
      manager.findBy(KnownWordsEntity, { response: In(rows.map(({ response }) => response)) }),
      manager.findBy(KnownPersonEntity, { person: In(present(rows.map(({ person }) => person))) }),
    ]);
    const staff = await manager.findBy(KnownStaffEntity, { id: In(present([...rows.map(({ servedBy }) => servedBy), ...words.map(({ servedBy }) => servedBy?.id)])) });
    const known: Known = {
      history: Map.groupBy(events, ({ caseId }) => caseId),
      words: new Map(words.map((one) => [one.response, one])),
      persons: new Map(persons.map((one) => [one.person, one])),
      staff: new Map(staff.map((one) => [one.id, one.name])),
      names: {
        unit: (key) => this.catalog.unit(key)?.name ?? key,
        touchpoint: (key) => this.catalog.touchpoint(key)?.name ?? key,
        programme: (key) => this.catalog.programme(key)?.name ?? key,
      },
    };
    return rows.map((row) => viewOf(row, known, now));
  }
}
