import { notesByStep } from './note.ts';

test('a note stands in the step that its day falls into, and not before the first', () => {
  const note = (day: string) => ({ day });
  const found = notesByStep([note('2026-11-18'), note('2026-11-16'), note('2026-11-30'), note('2026-11-01')], ['2026-11-23', '2026-11-16']);
  expect([...found]).toEqual([['2026-11-16', [note('2026-11-18'), note('2026-11-16')]], ['2026-11-23', [note('2026-11-30')]]]);
  expect([...notesByStep([note('2026-11-18')], ['2026-11-18T00:00:00+02:00', '2026-11-19T00:00:00+02:00']).keys()]).toEqual(['2026-11-18T00:00:00+02:00']);
});
