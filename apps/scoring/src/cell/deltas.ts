import type { Contribution, InvitationContribution } from '@candor/contracts';
import { countIndex } from '@candor/nps';
import { cellKeys, valuesOf, type Source } from './cell-key.ts';

/** Numbers a cell holds: answers by score, or the funnel in `FUNNEL` order. */
export const WIDTH = 11;
/** Order of the funnel's numbers in an invitation cell. */
export const FUNNEL = ['invited', 'delivered', 'bounced', 'answered', 'maturedDelivered', 'maturedAnswered', 'opened', 'started'] as const;

const GROWTH = 2;

/**
 * What a batch changes, cell by cell: one row of `WIDTH` numbers per cell, in one typed array, so that folding a hundred thousand events
 * allocates next to nothing.
 */
export class Deltas {
  readonly #rows = new Map<string, number>();
  /** Key of each row. */
  readonly #keys: string[] = [];
  readonly #places = new Map<string, readonly number[]>();
  #values = new Int32Array(1024 * WIDTH);
  #versions = new BigInt64Array(1024);
  /** WoMI: counts of "discourage" by score, and false detractors at the end. */
  readonly #womi = new Map<string, Int32Array>();

  get size(): number {
    return this.#keys.length;
  }

  /** Adds (sign 1) or takes back (sign -1) one answer. `version` rises within a source. */
  answer(at: Contribution, sign: 1 | -1, source: Source, version: bigint): void {
    const index = countIndex(at.measure, at.score);
    const rows = this.#rowsAt(at, at.measure, source);
    for (const row of rows) {
      this.#values[row * WIDTH + index]! += sign;
      this.#versions[row] = version;
    }
    if (at.measure === 'womi' && at.discourage !== undefined) for (const row of rows) this.#discourage(this.#keys[row]!, at.score, at.discourage, sign);
  }

  /** Adds or takes back one invitation. */
  invitation(at: InvitationContribution, sign: 1 | -1, source: Source, version: bigint): void {
    const matured = at.matured ? sign : 0;
    for (const row of this.#rowsAt(at, at.measure ?? '', source)) {
      const base = row * WIDTH;
      this.#versions[row] = version;
      this.#values[base]! += sign;
      if (at.delivered) this.#values[base + 1]! += sign;
      if (at.bounced) this.#values[base + 2]! += sign;
      if (at.answered) this.#values[base + 3]! += sign;
      if (at.delivered) this.#values[base + 4]! += matured;
      if (at.delivered && at.answered) this.#values[base + 5]! += matured;
      if (at.opened) this.#values[base + 6]! += sign;
      if (at.started) this.#values[base + 7]! += sign;
    }
  }

  /** Keys in their order, so that two writers can never wait for each other in a circle. */
  sortedKeys(): string[] {
    return this.#keys.toSorted();
  }

  value(key: string, index: number): number {
    return this.#values[this.#rows.get(key)! * WIDTH + index]!;
  }

  /** One number of each cell, in the order of the keys. */
  column(rows: Int32Array, index: number): Int32Array {
    const column = new Int32Array(rows.length);
    for (let i = 0; i < rows.length; i++) column[i] = this.#values[rows[i]! * WIDTH + index]!;
    return column;
  }

  rowsOf(keys: readonly string[]): Int32Array {
    return Int32Array.from(keys, (key) => this.#rows.get(key)!);
  }

  versions(rows: Int32Array): bigint[] {
    return Array.from(rows, (row) => this.#versions[row]!);
  }

  get womi(): ReadonlyMap<string, Int32Array> {
    return this.#womi;
  }

  /**
   * The rows of all cells that count something at this place. Answers to one touchpoint of one unit come again and again: one look-up for all of their cells, by a
   * text that is cheaper to make than their keys.
   */
  #rowsAt(at: Contribution | InvitationContribution, measure: string, source: Source): readonly number[] {
    let place = `${source}|${measure}|${at.programme}|${at.touchpoint}|${at.day}|${at.hour}`;
    for (const unit of at.path) place += `|${unit}`;
    // Only keys are free of bars: values are told apart by their lengths.
    if (at.cuts) for (const [cut, value] of valuesOf(at)) place += `|${cut}:${value.length}:${value}`;
    let rows = this.#places.get(place);
    if (!rows) this.#places.set(place, (rows = cellKeys(at, source).map((key) => this.#row(key))));
    return rows;
  }

  #row(key: string): number {
    let row = this.#rows.get(key);
    if (row === undefined) {
      row = this.#keys.push(key) - 1;
      if ((row + 1) * WIDTH > this.#values.length) this.#grow();
      this.#rows.set(key, row);
    }
    return row;
  }

  #discourage(key: string, score: number, discourage: number, sign: number): void {
    let counts = this.#womi.get(key);
    if (!counts) this.#womi.set(key, (counts = new Int32Array(WIDTH + 1)));
    counts[discourage]! += sign;
    if (score <= 6 && discourage <= 6) counts[WIDTH]! += sign;
  }

  #grow(): void {
    const values = new Int32Array(this.#values.length * GROWTH);
    values.set(this.#values);
    this.#values = values;
    const versions = new BigInt64Array(this.#versions.length * GROWTH);
    versions.set(this.#versions);
    this.#versions = versions;
  }
}
