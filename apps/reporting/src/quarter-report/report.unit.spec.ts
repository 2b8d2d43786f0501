import { lastOver, previousQuarter, standouts } from './report.ts';
import type { Ranking } from '../comparison/ranking.service.ts';

test('a quarter follows the one before it, over the new year too', () => {
  expect([previousQuarter('2026-Q3'), previousQuarter('2026-Q1')]).toEqual(['2026-Q2', '2025-Q4']);
  expect([lastOver('2026-11-23'), lastOver('2026-10-01'), lastOver('2026-09-30'), lastOver('2026-01-01')]).toEqual(['2026-Q3', '2026-Q3', '2026-Q2', '2025-Q4']);
});

test('who differs from the rest stands out, and nobody else', () => {
  const place = (unit: string, points: number, significant: boolean) => ({ unit, nps: points, n: 50, confidence: null, places: { from: 1, to: 1 }, rest: { nps: 0, n: 100, points, p: 0, significant } });
  const ranking = { by: 'unit', data: [place('high', 30, true), place('middle', 5, false), place('low', -20, true), place('lowest', -40, true)] } as unknown as Ranking;
  const { best, worst } = standouts([ranking]);
  expect([best.map(({ key }) => key), worst.map(({ key }) => key)]).toEqual([['high'], ['lowest', 'low']]);
});
