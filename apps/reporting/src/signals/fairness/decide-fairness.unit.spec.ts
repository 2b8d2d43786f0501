import { addDays } from '../days.ts';
import { decideFairness, type FairnessDecision, type FairnessKind, type Peer } from './decide-fairness.ts';
import type { Asked } from './marks.ts';

const usual: Asked = { answers: 100, tens: 40, promoters: 60, timed: 100, prompt: 5, run: 4, invited: 90, withheld: 10 };
const peers = (one: Partial<Asked>, states: Peer<string>['states'] = { begging: null, 'cherry-picking': null }): Peer<string>[] => [
  { key: 'emp-17', asked: { ...usual, ...one }, states },
  ...Array.from({ length: 9 }, (_, i): Peer<string> => ({ key: `emp-${i}`, asked: usual, states: { begging: null, 'cherry-picking': null } })),
];
const look = (kind: FairnessKind, one: Partial<Asked>, states?: Peer<string>['states'], day = '2026-11-22'): FairnessDecision<string> =>
  decideFairness(peers(one, states), day).find((decision) => decision.key === 'emp-17' && decision.kind === kind)!;

test('peers who are alike are left alone', () => {
  expect(decideFairness(peers({}), '2026-11-22').map(({ said }) => said)).toEqual(Array(20).fill(null));
});

test('more tens than the others have is no begging by itself: good service has more nines too', () => {
  expect(look('begging', { tens: 75, promoters: 98, run: 12 }).said).toBeNull();
});

test('tens without nines, tens at the counter and tens in a row betray begging, each with its figures', () => {
  expect(look('begging', { tens: 75, promoters: 77, run: 9 })).toMatchObject({ said: 'raised', test: { confirmed: ['no-nines'], marks: { tens: { count: 75, of: 100, peers: { count: 360, of: 900 } } } } });
  expect(look('begging', { tens: 75, promoters: 98, run: 9, prompt: 60 })).toMatchObject({ said: 'raised', test: { confirmed: ['prompt'] } });
  expect(look('begging', { tens: 70, promoters: 90, run: 45 })).toMatchObject({ said: 'raised', test: { confirmed: ['run'] } });
});

test('few answers, or few peers, are not held against anybody', () => {
  expect(look('begging', { answers: 29, tens: 29, promoters: 29, run: 29, timed: 29, prompt: 29 }).said).toBeNull();
  expect(decideFairness(peers({ tens: 90, promoters: 90 }).slice(0, 1), '2026-11-22')[0]!.said).toBeNull();
});

test('whoever can ask fewer of the customers, and hears happier ones, picks them; bad addresses alone are none', () => {
  expect(look('cherry-picking', { invited: 50, withheld: 50, tens: 65 })).toMatchObject({ said: 'raised', test: { confirmed: ['tens'], marks: { coverage: { count: 50, of: 100 } } } });
  expect(look('cherry-picking', { invited: 50, withheld: 50 }).said).toBeNull();
});

test('it is raised once, silent until it was back for a week, and then over', () => {
  const raised = look('begging', { tens: 75, promoters: 77 });
  let states = { begging: raised.state, 'cherry-picking': null };
  const said = Array.from({ length: 12 }, (_, i) => {
    const now = look('begging', i < 3 ? { tens: 75, promoters: 77 } : i < 5 ? { tens: 52, promoters: 60 } : {}, states, addDays('2026-11-22', i + 1));
    states = { begging: now.state, 'cherry-picking': null };
    return now.said;
  });
  expect(said).toEqual([...Array(11).fill('going-on'), 'recovered']);
});
