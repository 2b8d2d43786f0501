import { compared, invitedIn } from './dry-run.ts';

const was = [{ outcome: 'contacted-too-recently', reason: 'FREQUENCY', interactions: 588 }, { outcome: 'invited', reason: 'INVITED', interactions: 405 }, { outcome: 'invited', reason: 'BOUNCED', interactions: 7 }] as const;
const would = [{ outcome: 'sampled-out', reason: 'SAMPLE', interactions: 897 }, { outcome: 'invited', reason: 'INVITED', interactions: 88 }, { outcome: 'contacted-too-recently', reason: 'FREQUENCY', interactions: 15 }] as const;

test('what was and what would be stand side by side, and no interaction is lost', () => {
  const rows = compared({ was, would });
  expect(rows.map(({ reason, was: before, would: then }) => [reason, before, then])).toEqual([['INVITED', 405, 88], ['BOUNCED', 7, 0], ['SAMPLE', 0, 897], ['FREQUENCY', 588, 15]]);
  expect([rows.reduce((sum, row) => sum + row.was, 0), rows.reduce((sum, row) => sum + row.would, 0)]).toEqual([1000, 1000]);
});
test('a message that bounced was an invitation too', () => expect([invitedIn(was), invitedIn(would)]).toEqual([412, 88]));
