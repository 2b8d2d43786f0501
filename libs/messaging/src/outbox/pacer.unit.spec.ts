import { Bell } from './bell.ts';
import { Pacer } from './pacer.ts';

test('the first run is at once, and runs are never closer than the pace', async () => {
  const pacer = new Pacer(20);
  const begun = performance.now();
  const runs: number[] = [];
  for (let run = 0; run < 4; run++) {
    await pacer.next();
    runs.push(performance.now() - begun);
  }
  expect(runs[0]).toBeLessThan(15);
  runs.slice(1).forEach((at, index) => expect(at - runs[index]!).toBeGreaterThan(17));
});

test('a ring while nobody waits is remembered, once', async () => {
  const bell = new Bell();
  bell.ring();
  bell.ring();
  const begun = performance.now();
  await bell.wait(1000);
  expect(performance.now() - begun).toBeLessThan(500);
  await bell.wait(30);
  expect(performance.now() - begun).toBeGreaterThan(25);
});

test('a ring wakes whoever waits', async () => {
  const bell = new Bell();
  setTimeout(() => bell.ring(), 10);
  const begun = performance.now();
  await bell.wait(2000);
  expect(performance.now() - begun).toBeLessThan(1000);
});
