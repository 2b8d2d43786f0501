import { Slots } from './slots.ts';

const later = performance.now() + 60_000;

it('lets no more at a time than it has slots, and everybody in the end, in their order', async () => {
  const slots = new Slots(3);
  const begun: number[] = [];
  let [now, most] = [0, 0];
  const work = (index: number) => slots.within(later, async () => {
    begun.push(index);
    most = Math.max(most, ++now);
    await new Promise((resolve) => setImmediate(resolve));
    now -= 1;
    return index;
  });
  const all = Array.from({ length: 20 }, (_, index) => index);
  expect(await Promise.all(all.map(work))).toEqual(all);
  expect(begun).toEqual(all);
  expect(most).toBe(3);
});

it('gives the slot of what failed to the next', async () => {
  const slots = new Slots(1);
  const failed = slots.within(later, () => Promise.reject(new Error('no')));
  const next = slots.within(later, () => Promise.resolve('yes'));
  await expect(failed).rejects.toThrow('no');
  expect(await next).toBe('yes');
});

it('does not begin what comes too late', async () => {
  expect(await new Slots(1).within(performance.now() - 1, () => Promise.resolve('late'))).toBeUndefined();
});
