import { CatalogCopy, requireNamed } from '@candor/catalog-copy';
import { invalidInput, notFound, Problem } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { daysOf } from '../official/quarter.ts';
import { ALL_UNITS } from '../score-cells/tables.ts';
import { refuseAnonymous } from '../single-answers/scopes.service.ts';
import { earliestDay } from '../scores/today.ts';
import { MakeReport } from './make-report.service.ts';
import { QuarterReportStore, type Kept, type Key, type Listed, type Words } from './quarter-report.store.ts';
import type { Report } from './report.ts';
import type { PlanItem, ReportOf } from './request.ts';

export interface ReportView extends Omit<Report, 'words'> {
  /** null: not kept; the figures are those of now. */
  id: string | null;
  quarter: string;
  from: string;
  to: string;
  programme: string;
  /** null: all units. */
  unit: string | null;
  over: boolean;
  made: { by: string | null; at: string } | null;
  words: Words[];
  plan: { version: number; items: PlanItem[]; by: string | null; at: string | null };
}
export type ListedView = Omit<Listed, 'unit' | 'madeAt'> & { unit: string | null; madeAt: string };

/** Quarterly reports that lead to a plan (domain 5.7). */
@Injectable()
export class QuarterReportService {
  constructor(private readonly catalog: CatalogCopy, private readonly maker: MakeReport, private readonly store: QuarterReportStore) {}

  /** As it was kept, or else of what is known now. */
  async read(principal: Principal, of: ReportOf): Promise<ReportView> {
    const key = await this.#key(principal, of);
    const kept = await this.store.kept(key);
    return this.#view(principal, key, kept ?? (await this.maker.make(key.quarter, key.programme, key.unit)));
  }

  /** Makes it and keeps it; one that was kept is made anew, and keeps its plan. @throws Problem 409 while the quarter is not over */
  async keep(principal: Principal, of: ReportOf): Promise<ReportView> {
    requirePlanner(principal);
    const key = await this.#key(principal, of);
    if (!this.isOver(key.quarter)) throw new Problem({ status: 409, code: 'REPORT.NOT_OVER', title: 'A report is kept when its quarter is over', detail: `${key.quarter} is not over in every unit's time zone` });
    await this.store.keep(key, uuid(), await this.maker.make(key.quarter, key.programme, key.unit), principal.subject, true);
    return this.#view(principal, key, (await this.store.kept(key))!);
  }

  /** @throws Problem 404; 409 if somebody has changed the plan meanwhile */
  async plan(principal: Principal, id: string, version: number, items: readonly PlanItem[]): Promise<ReportView> {
    requirePlanner(principal);
    const held = await this.store.byId(id);
    if (!held || !this.#sees(principal, held.unit) || this.catalog.programme(held.programme)?.anonymous !== false) throw notFound('report', id);
    if (!(await this.store.plan(id, version, items, principal.subject))) {
      throw new Problem({ status: 409, code: 'REPORT.PLAN_CHANGED', title: 'Somebody has changed the plan meanwhile', detail: `It is not version ${version} any more: read it again` });
    }
    return this.#view(principal, held, (await this.store.byId(id))!);
  }

  async list(principal: Principal, programme: string | undefined, quarter: string | undefined): Promise<ListedView[]> {
    await requireNamed(this.catalog, principal, { programme });
    const rows = await this.store.list(programme ?? null, quarter ?? null);
    return rows.filter((row) => this.#sees(principal, row.unit) && this.catalog.programme(row.programme)?.anonymous === false).map(({ unit, madeAt, ...rest }) => ({ ...rest, unit: unit === ALL_UNITS ? null : unit, madeAt: madeAt.toISOString() }));
  }

  isOver(quarter: string): boolean {
    return earliestDay(new Date(), this.catalog.units().map(({ timeZone }) => timeZone)) >= daysOf(quarter)!.to;
  }

  #sees(principal: Principal, unit: string): boolean {
    return principal.units === null || (this.catalog.visible(principal)?.has(unit) ?? false);
  }

  async #key(principal: Principal, { quarter, programme, unit }: ReportOf): Promise<Key> {
    await requireNamed(this.catalog, principal, { programme, unit });
    // It may have become anonymous since a report was kept.
    refuseAnonymous(this.catalog.programme(programme)!);
    const named = unit ?? (principal.units?.length === 1 ? principal.units[0] : undefined);
    if (named === undefined && principal.units !== null) throw invalidInput([{ field: 'unit', message: `a report is of one unit: name one of ${principal.units.join(', ')}` }]);
    return { quarter, programme, unit: named ?? ALL_UNITS };
  }

  async #view(principal: Principal, key: Key, of: Kept | Report): Promise<ReportView> {
    const kept = 'report' in of ? of : null;
    const { words, ...report } = 'report' in of ? of.report : of;
    return {
      id: kept?.id ?? null, quarter: key.quarter, ...daysOf(key.quarter)!, programme: key.programme, unit: key.unit === ALL_UNITS ? null : key.unit, over: this.isOver(key.quarter),
      made: kept && { by: kept.madeBy, at: kept.madeAt.toISOString() }, ...report, words: principal.scopes.includes('responses:read') ? await this.store.words(words) : [],
      plan: { version: kept?.plan.version ?? 0, items: kept?.plan.items ?? [], by: kept?.plan.by ?? null, at: kept?.plan.at?.toISOString() ?? null },
    };
  }
}

/** A plan is made by who leads people or answers for the figures. */
function requirePlanner({ scopes }: Principal): void {
  if (scopes.includes('cases:assign') || scopes.includes('responses:correct')) return;
  throw new Problem({ status: 403, code: 'REPORT.NOT_A_PLANNER', title: 'That is not yours to do', detail: 'Keeping reports and planning needs the right to assign cases or to correct answers' });
}
