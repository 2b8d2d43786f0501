import { findAnswer } from './find-answer.ts';

const pages: Record<string, { data: { id: number; invitation?: string }[]; next: string | null }> = { start: { data: [{ id: 1 }, { id: 2, invitation: 'a' }], next: 'more' }, more: { data: [{ id: 3, invitation: 'b' }], next: null } };
const read = (cursor: string | undefined) => Promise.resolve(pages[cursor ?? 'start']!);

test('an answer is found by its invitation, however far back', async () => {
  expect([await findAnswer(read, 'a'), await findAnswer(read, 'b')]).toEqual([{ id: 2, invitation: 'a' }, { id: 3, invitation: 'b' }]);
});
test('none is told from one that may lie further back', async () => {
  expect([await findAnswer(read, 'c'), await findAnswer(read, 'b', 1)]).toEqual([null, false]);
});
