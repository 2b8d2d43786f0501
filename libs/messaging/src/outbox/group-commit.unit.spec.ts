import { setTimeout as after } from 'node:timers/promises';
import { GroupCommit } from './group-commit.ts';

const transient = Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
const options = { pace: 1, most: 4, queue: 100 };
const doubled = async (items: number[]) => items.map((item) => item * 2);

/** A commit that notes its groups and can be held. */
function slowCommit() {
  const groups: number[][] = [];
  let running = 0;
  let together = 0;
  const commit = async (items: number[]) => {
    groups.push(items);
    together = Math.max(together, ++running);
    await after(5);
    running--;
    return doubled(items);
  };
  return { groups, commit, together: () => together };
}

describe('a group commit', () => {
  it('answers each item with its own outcome', async () => {
    const group = new GroupCommit(doubled, options);
    expect(await Promise.all([1, 2, 3].map((item) => group.submit(item)))).toEqual([2, 4, 6]);
  });

  it('stores what comes together in one transaction, at most so many, and one transaction at a time', async () => {
    const { groups, commit, together } = slowCommit();
    const group = new GroupCommit(commit, options);
    await Promise.all(Array.from({ length: 9 }, (_none, item) => group.submit(item)));
    expect(groups).toEqual([[0, 1, 2, 3], [4, 5, 6, 7], [8]]);
    expect(together()).toBe(1);
  });

  it('takes items by their size, and one that is too large alone', async () => {
    const { groups, commit } = slowCommit();
    const group = new GroupCommit(commit, { ...options, sizeOf: (item: number) => item });
    await Promise.all([3, 1, 2, 9, 4].map((item) => group.submit(item)));
    expect(groups).toEqual([[3, 1], [2], [9], [4]]);
  });

  it('stores a single item before those that came in bulk and still wait', async () => {
    const { groups, commit } = slowCommit();
    const group = new GroupCommit(commit, options);
    const bulk = Array.from({ length: 8 }, (_none, item) => group.submit(item, 'bulk'));
    await after(3);
    await Promise.all([...bulk, group.submit(100)]);
    expect(groups[1]).toContain(100);
  });

  it('fails only the item that cannot be stored, not the others of its group', async () => {
    const group = new GroupCommit(async (items: number[]) => {
      if (items.includes(13)) throw new Error('13 cannot be stored');
      return doubled(items);
    }, options);
    const outcomes = await Promise.allSettled([1, 13, 3].map((item) => group.submit(item)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('fails the whole group at once when the database is away, and works again afterwards', async () => {
    let away = true;
    let calls = 0;
    const group = new GroupCommit(async (items: number[]) => {
      calls++;
      if (away) throw transient;
      return doubled(items);
    }, options);
    const outcomes = await Promise.allSettled([1, 2].map((item) => group.submit(item)));
    expect([outcomes.map(({ status }) => status), calls]).toEqual([['rejected', 'rejected'], 1]);
    away = false;
    expect(await group.submit(4)).toBe(8);
  });

  it('forgets no item, also not one that comes just as the last run ends', async () => {
    const group = new GroupCommit(doubled, { ...options, pace: 0 });
    for (let item = 0; item < 200; item++) expect(await group.submit(item)).toBe(item * 2);
    await group.idle();
  });

  it('refuses what would wait in vain', async () => {
    const group = new GroupCommit(slowCommit().commit, { ...options, queue: 2 });
    const accepted = [group.submit(1), group.submit(2)];
    await expect(group.submit(3)).rejects.toMatchObject({ status: 503, code: 'INTAKE.FULL' });
    await Promise.all(accepted);
  });
});
