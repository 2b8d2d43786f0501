import type { OpenRows } from '@candor/export';
import { unavailable } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { AnswerView } from '../show-answer.ts';
import type { Selection } from './answers-query.ts';
import { countChanges, placeOf, readChanges } from './changes.ts';
import { countLatest, readLatest } from './latest.ts';
import type { ListQuery } from './query.ts';
import { ReadAnswers, shown } from './read-answers.ts';

/** Rows read at a time. */
const PORTION = 2000;
/** At the same time, per instance: each holds a connection, and answers that come in need some too. */
const MOST = 2;
/** Counting all, and each portion, may take so long; and whoever takes no portion for so long has gone. */
const LIMITS = `SET LOCAL statement_timeout = '10min'; SET LOCAL idle_in_transaction_session_timeout = '5min'`;

/** All answers of a selection as they stood at one moment, whatever is changed while they are taken: any number, a portion at a time. */
@Injectable()
export class ExportAnswers {
  #open = 0;

  constructor(private readonly dataSource: DataSource, private readonly answers: ReadAnswers) {}

  /** To be closed. @throws Problem 400, 403; 503 while others are exporting */
  async open(principal: Principal, query: ListQuery): Promise<OpenRows<AnswerView>> {
    const selection = await this.answers.selection(principal, query);
    if (this.#open >= MOST) throw unavailable('EXPORT.BUSY', 'Others are exporting; try again when they have finished');
    this.#open += 1;
    const runner = this.dataSource.createQueryRunner();
    const close = async (): Promise<void> => {
      this.#open -= 1;
      await runner.rollbackTransaction().catch(() => undefined);
      await runner.release();
    };
    try {
      await runner.startTransaction('REPEATABLE READ');
      await runner.query(LIMITS);
      const { total, portions } = await read(runner.manager, selection, query);
      return { total: Math.min(total, query.limit ?? Infinity), portions, close };
    } catch (error) {
      await close();
      throw error;
    }
  }
}

async function read(db: EntityManager, selection: Selection, query: ListQuery): Promise<{ total: number; portions: AsyncGenerator<AnswerView[]> }> {
  const limit = query.limit ?? Infinity;
  if (query.order === 'latest') return { total: await countLatest(db, selection, query.cursor), portions: latestPortions(db, selection, query.cursor, limit) };
  const after = placeOf(query);
  return { total: await countChanges(db, selection, after), portions: changePortions(db, selection, after, limit) };
}

async function* latestPortions(db: EntityManager, selection: Selection, cursor: string | undefined, limit: number): AsyncGenerator<AnswerView[]> {
  let from = cursor;
  for (let left = limit; left > 0;) {
    const { rows, next } = await readLatest(db, selection, from, Math.min(PORTION, left));
    yield await shown(db, rows);
    if (next === null) return;
    from = next;
    left -= rows.length;
  }
}

async function* changePortions(db: EntityManager, selection: Selection, after: string, limit: number): AsyncGenerator<AnswerView[]> {
  let from = after;
  for (let left = limit; left > 0;) {
    const rows = await readChanges(db, selection, from, Math.min(PORTION, left));
    if (rows.length === 0) return;
    yield await shown(db, rows);
    from = rows.at(-1)!.change;
    left -= rows.length;
  }
}
