import { Positions } from './positions.ts';

/** A database that answers when it is told to. */
class SlowDatabase {
  readonly asked: (() => void)[] = [];
  stored = '5';
  away = false;

  query<R>(): Promise<R[]> {
    const { stored } = this;
    if (this.away) return Promise.reject(new Error('away'));
    return new Promise((resolve) => this.asked.push(() => resolve([{ partition: 0, next: stored, generation: 'g', number: stored }] as R[])));
  }
}

let database: SlowDatabase;
let positions: Positions;
beforeEach(() => {
  database = new SlowDatabase();
  positions = new Positions(database, {} as never, 'cells');
});

it('asks once for all who ask meanwhile, so that no late answer takes back what was moved on', async () => {
  const [first, second] = [positions.get('t', 0), positions.get('t', 0)];
  expect(database.asked).toHaveLength(1);
  database.asked[0]!();
  const position = await first;
  positions.set('t', 0, { ...position, next: 9n });
  await second;
  expect(positions.known('t', 0)?.next).toBe(9n);
});

it('does not keep the answer to a question from before it had to forget', async () => {
  const before = positions.get('t', 0);
  positions.forgetAll();
  database.stored = '7';
  const after = positions.get('t', 0);
  database.asked[1]!();
  await after;
  database.asked[0]!();
  await before;
  expect(positions.known('t', 0)?.next).toBe(7n);
});

it('asks again after a question that failed', async () => {
  database.away = true;
  await expect(positions.get('t', 0)).rejects.toThrow('away');
  database.away = false;
  const again = positions.get('t', 0);
  database.asked[0]!();
  expect((await again).next).toBe(5n);
});
