import { catalogTopic, responseTopic } from '@candor/contracts';
import type { Outgoing } from '@candor/messaging';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { contribution } from '../../test/answers.ts';
import { Forest } from '../../test/forest.ts';
import { Answers } from '../../test/loop.ts';
import { Reporting, unit } from '../../test/start-reporting.ts';

let reporting: Reporting;
beforeAll(async () => { reporting = await Reporting.start(); });
afterAll(() => reporting.close());

const DAY = 86_400_000;
const FIRST = Date.parse('2026-11-01T00:00:00Z');
const UNITS = ['bank', 'north', 'south', 'coast', 'haifa', 'acre'];
const day = fc.integer({ min: 0, max: 9 });
const someUnit = fc.constantFrom(...UNITS.slice(1));
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ is: fc.constant('answers' as const), given: fc.array(fc.record({ unit: someUnit, day, hour: fc.integer({ min: 3, max: 23 }), score: fc.integer({ min: 0, max: 10 }), staleness: fc.integer({ min: 0, max: 2 }) }), { minLength: 1, maxLength: 6 }) }) },
  { weight: 3, arbitrary: fc.record({ is: fc.constant('move' as const), unit: someUnit, to: fc.constantFrom(...UNITS), day, minute: fc.integer({ min: 0, max: 1439 }) }) },
  { weight: 2, arbitrary: fc.record({ is: fc.constantFrom('amend' as const, 'exclude' as const, 'reinstate' as const, 'erase' as const), which: fc.nat(), score: fc.integer({ min: 0, max: 10 }) }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('again' as const), which: fc.nat() }) },
);

interface Given { unit: string; at: number; day: string; score: number; counts: boolean; erased: boolean }
/** What a row says of its answers: how many gave each score, the first day and the last. */
interface Shown { counts: number[]; from: string; watermark: string }

test('whatever moves, however late that is told, figures on the tree as it was and as it is are a recount of the answers', async () => {
  let run = 0;
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 10 }), async (steps) => {
    const world = new World(`t${run += 1}`);
    await world.begin();
    for (const one of steps) {
      await world.take(one);
      await world.holds();
    }
  }), { numRuns: 3, endOnFailure: true });
}, 60_000);

/** One tree with its answers, under keys of its own. */
class World {
  readonly #answers = new Answers(reporting);
  readonly #given = new Map<string, Given>();
  readonly #published: Outgoing[] = [];
  readonly #versions = new Map<string, number>();
  #known: Forest;
  #earlier: Forest[];

  constructor(private readonly name: string) {
    const below = (key: string, parent: string | null) => [this.#key(key), [{ parent: parent && this.#key(parent), from: null }]] as const;
    this.#known = new Forest([below('bank', null), below('north', 'bank'), below('south', 'bank'), below('coast', 'south'), below('haifa', 'north'), below('acre', 'north')]);
    this.#earlier = [this.#known.copy()];
  }

  async begin(): Promise<void> {
    for (const key of UNITS) await this.#tell(this.#key(key));
  }

  async take(one: typeof step extends fc.Arbitrary<infer S> ? S : never): Promise<void> {
    if (one.is === 'move') return this.#move(this.#key(one.unit), this.#key(one.to), FIRST + one.day * DAY + one.minute * 60_000);
    if (one.is === 'again') return this.#again(one.which);
    if (one.is === 'answers') one.given.forEach((given) => this.#record(given));
    else this.#correct(one);
    this.#published.push(...await this.#answers.arrive());
  }

  /** Compares what is shown for every unit, and for two together by the hour, with a count of the answers by the definition. */
  async holds(): Promise<void> {
    const keys = UNITS.map((key) => this.#key(key));
    for (const tree of ['was', 'is'] as const) {
      const { body } = await reporting.get(`/v1/scores?groupBy=unit&tree=${tree}&unit=${keys.join(',')}`);
      const shown = Object.fromEntries(body.data.map((row: Shown & { unit: string }) => [row.unit, { counts: row.counts, from: row.from, watermark: row.watermark }]));
      expect([tree, shown]).toEqual([tree, this.#recount(keys.map((key) => [key, [key]]), tree)]);
      const pair = [keys[1]!, keys[4]!];
      for (const interval of ['hour', 'all']) {
        const both = await reporting.get(`/v1/scores?tree=${tree}&interval=${interval}&unit=${pair.join(',')}`);
        const counts = both.body.data.reduce((sum: number[], row: { counts: number[] }) => sum.map((n, i) => n + row.counts[i]!), new Array(11).fill(0));
        expect([tree, interval, counts]).toEqual([tree, interval, this.#recount([['both', pair]], tree)['both']?.counts ?? new Array(11).fill(0)]);
      }
    }
  }

  #recount(rows: [string, string[]][], tree: 'was' | 'is'): Record<string, Shown> {
    const found: Record<string, Shown> = {};
    for (const [row, units] of rows) {
      for (const { unit: at, at: moment, day: on, score, counts: does } of this.#given.values()) {
        const path = this.#known.path(at, tree === 'was' ? moment : Date.now())!;
        if (!does || !units.some((one) => path.includes(one))) continue;
        const shown = (found[row] ??= { counts: new Array(11).fill(0), from: on, watermark: on });
        shown.counts[score]! += 1;
        if (on < shown.from) shown.from = on;
        if (on > shown.watermark) shown.watermark = on;
      }
    }
    return found;
  }

  #record({ unit: where, day: on, hour, score, staleness }: { unit: string; day: number; hour: number; score: number; staleness: number }): void {
    const id = `${this.name}-${this.#given.size}`;
    const local = new Date(FIRST + on * DAY).toISOString().slice(0, 10);
    const at = Date.parse(`${local}T00:05:00Z`) + (hour - 2) * 3_600_000;
    // Whoever accepted it may have heard of the last moves or not.
    const path = (this.#earlier.at(-1 - staleness) ?? this.#earlier[0]!).path(this.#key(where), at)!;
    this.#answers.record(id, contribution('haifa', score, { path, day: local, hour }));
    this.#given.set(id, { unit: this.#key(where), at, day: local, score, counts: true, erased: false });
  }

  #correct({ is, which, score }: { is: 'amend' | 'exclude' | 'reinstate' | 'erase'; which: number; score: number }): void {
    const [id, given] = [...this.#given][which % Math.max(1, this.#given.size)] ?? [];
    if (id === undefined || !given || given.erased || given.counts === (is === 'reinstate')) return;
    if (is === 'amend') { this.#answers.amend(id, score); given.score = score; }
    else this.#answers[is](id);
    given.counts = is === 'amend' || is === 'reinstate';
    given.erased = is === 'erase';
  }

  async #move(key: string, to: string, at: number): Promise<void> {
    if (!this.#known.move(key, to, at)) return;
    this.#earlier.push(this.#known.copy());
    await this.#tell(key);
  }

  async #again(which: number): Promise<void> {
    const event = this.#published[which % Math.max(1, this.#published.length)];
    if (!event) return;
    await reporting.neighbours.publish('ingestion', event);
    await reporting.caughtUp(responseTopic);
  }

  async #tell(key: string): Promise<void> {
    const version = (this.#versions.get(key) ?? 0) + 1;
    this.#versions.set(key, version);
    await reporting.neighbours.publish('catalog', unit(key, this.#known.placements.get(key)!, version));
    await reporting.caughtUp(catalogTopic);
  }

  #key(key: string): string {
    return `${this.name}-${key}`;
  }
}
