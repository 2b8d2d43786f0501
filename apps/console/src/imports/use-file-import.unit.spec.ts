import { shareDone } from './use-file-import.ts';

test('a file is done by the share of its lines, and never more than whole', () =>
  expect([{ lines: 0, rows: 0 }, { lines: 200, rows: 50 }, { lines: 3, rows: 4 }].map(shareDone)).toEqual([0, 0.25, 1]));
