import { interaction } from '@candor/contracts';
import { createHash } from 'node:crypto';
import { contentHash, identityOf, isSameContent } from './identity.ts';
import { sortOut } from './sort-out.ts';

const event = (id: string, unit = 'haifa-1') => ({ source: '/crm', id, data: { ...interaction.sample, unit } });
const known = (...events: ReturnType<typeof event>[]) => new Map(events.map((one) => [identityOf(one), contentHash(one)]));

describe('contentHash', () => {
  it('does not depend on the order of fields, and does depend on every value', () => {
    const { unit, ...rest } = interaction.sample;
    expect(contentHash({ source: '/crm', id: '1', data: { ...rest, unit } })).toEqual(contentHash(event('1')));
    expect(contentHash(event('1', 'haifa-2'))).not.toEqual(contentHash(event('1')));
  });
});

it('content that an earlier release stored with its whole hash is known by its beginning', () => {
  const hash = contentHash(event('1'));
  const whole = Buffer.concat([hash, createHash('sha256').update('the rest').digest().subarray(0, 16)]);
  expect([hash.length, isSameContent(whole, hash), isSameContent(whole, contentHash(event('1', 'other')))]).toEqual([16, true, false]);
});

describe('sortOut', () => {
  it('counts what is new and what is known', () => {
    const { outcomes, fresh } = sortOut([{ events: [event('1'), event('2'), event('2')] }], known(event('1')));
    expect(outcomes).toEqual([{ ok: true, accepted: 1, duplicates: 2 }]);
    expect(fresh.map((one) => one.id)).toEqual(['2']);
  });

  it('takes nothing of a parcel that contradicts what is stored, and says where', () => {
    const { outcomes, fresh } = sortOut([{ events: [event('2'), event('1', 'other')] }], known(event('1')));
    expect(outcomes).toEqual([{ ok: false, conflict: 1 }]);
    expect(fresh).toEqual([]);
  });

  it('takes nothing of a parcel that contradicts itself', () => {
    expect(sortOut([{ events: [event('1'), event('1', 'other')] }], new Map())).toMatchObject({ outcomes: [{ ok: false, conflict: 1 }], fresh: [] });
  });

  it('lets the parcels of one call see each other, but not what was refused', () => {
    const { outcomes } = sortOut([{ events: [event('1')] }, { events: [event('1')] }, { events: [event('2'), event('1', 'other')] }, { events: [event('2', 'other')] }], new Map());
    expect(outcomes).toEqual([
      { ok: true, accepted: 1, duplicates: 0 }, { ok: true, accepted: 0, duplicates: 1 }, { ok: false, conflict: 1 }, { ok: true, accepted: 1, duplicates: 0 },
    ]);
  });
});
