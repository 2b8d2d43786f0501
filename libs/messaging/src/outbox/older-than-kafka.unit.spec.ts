import { isOlder } from './older-than-kafka.ts';

const [EARLIER, OURS, LATER] = ['01a00000-0000-7000-8000-000000000001', '01a00000-0000-7000-8000-000000000002', '01a00000-0000-7000-8000-000000000003'];
const last = (number: bigint, generation = OURS, id = 'sent') => ({ kind: 'record', last: { generation, number }, id }) as const;

describe('whether a database is older than Kafka', () => {
  test.each([
    ['Kafka has nothing', { kind: 'nothing' } as const, undefined, false],
    ['Kafka ends with the last number that was marked', last(10n), undefined, false],
    ['Kafka lost some', last(8n), undefined, false],
    ['a relay died between send and mark', last(12n), 'sent', false],
    ['the number was never given out', last(12n), undefined, true],
    ['the number was given out again, to another event', last(12n), 'written since', true],
    ['the topic was published again after the backup', last(3n, LATER), undefined, true],
    ['these tables have published the topic again, and sent nothing of it yet', last(99n, EARLIER), undefined, false],
    ['the last record numbers by a generation that no relay gives', last(3n, 'zzz'), undefined, false],
    ['what Kafka had beyond has expired', { kind: 'forgotten' } as const, undefined, true],
    ['the last record is a stranger\'s', { kind: 'record', last: null, id: 'theirs' } as const, undefined, false],
  ])('%s', (_case, found, waiting, older) => {
    expect(isOlder(found, OURS, 10n, waiting)).toBe(older);
  });
});
