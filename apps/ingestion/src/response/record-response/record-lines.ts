import { CatalogCopy } from '@candor/catalog-copy';
import { invalidInput, Problem, type FieldError } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Injectable } from '@nestjs/common';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Draft } from './draft.ts';
import { concernsOneAnswer, RecordAnswers } from './record-answers.ts';

export const MOST_LINES = 10_000;
/** After so many lines other requests get their turn. */
const BREATH = 200;

export interface LinesRecorded {
  accepted: number;
  duplicates: number;
  refused: { line: number; code: string; errors: FieldError[] }[];
}

type Line = { number: number; text: string };

/** Takes many answers at once, each on a line of its own; what is wrong with one does not touch the others. */
@Injectable()
export class RecordLines {
  constructor(private readonly answers: RecordAnswers, private readonly catalog: CatalogCopy) {}

  /**
   * Lines are numbered from 1 as they stand in the file; empty ones are passed over.
   * @throws Problem 400 for more than 10,000 lines; 503 if the servers are away: then send the file again, what was stored counts once
   */
  async record(principal: Principal, text: string, now: Date, correlation?: string): Promise<LinesRecorded> {
    const lines = text.split(/\r?\n/).map((line, index): Line => ({ number: index + 1, text: line })).filter((line) => line.text.trim() !== '');
    if (lines.length > MOST_LINES) throw invalidInput([{ field: 'body', message: `holds ${lines.length} lines; at most ${MOST_LINES} are taken at once` }]);
    const refused: LinesRecorded['refused'] = [];
    const refuse = (line: number, error: unknown): void => {
      if (!concernsOneAnswer(error)) throw error;
      refused.push({ line, code: error.code, errors: error.errors ?? [] });
    };

    const drafts = await this.#drafts(principal, lines, now, correlation, refuse);
    const counts = { created: 0, duplicate: 0 };
    await Promise.all(drafts.map(async ([line, draft]) => {
      try {
        counts[await this.answers.keep(draft, 'bulk')]++;
      } catch (error) {
        refuse(line, error);
      }
    }));
    return { accepted: counts.created, duplicates: counts.duplicate, refused: refused.sort((a, b) => a.line - b.line) };
  }

  async #drafts(principal: Principal, lines: Line[], now: Date, correlation: string | undefined, refuse: (line: number, error: unknown) => void): Promise<[number, Draft][]> {
    const drafts: [number, Draft][] = [];
    let upToDate = false;
    for (const [index, { number, text }] of lines.entries()) {
      if (index % BREATH === BREATH - 1) await breathe();
      try {
        const readable = this.answers.read(parsed(text), now);
        let draft = this.answers.draft(principal, readable, now, correlation);
        if (!draft) {
          // What this file names existed before it was posted: once is enough.
          if (!upToDate) await this.catalog.reachEnd();
          upToDate = true;
          draft = this.answers.draftOrRefuse(principal, readable, now, correlation);
        }
        drafts.push([number, draft]);
      } catch (error) {
        refuse(number, error);
      }
    }
    return drafts;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Problem({ status: 400, code: 'BODY.NOT_JSON', title: 'The line is not valid JSON', errors: [{ field: 'body', message: 'is not valid JSON' }], cause });
  }
}
