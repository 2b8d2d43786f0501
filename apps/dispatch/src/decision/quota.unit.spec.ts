import fc from 'fast-check';
import { cellOf, quotaVerdict, type QuotaState } from './quota.ts';

const due = new Date('2026-11-22T12:00:00Z');
const endsAt = new Date('2026-11-22T22:00:00Z');
const expiry = new Date('2026-12-22T12:00:00Z');
const quota = { n: 2, period: 'day' as const, channels: ['voice' as const] };
const place = { programme: 'calls', unit: 'haifa-1', servedBy: 'emp-17', timeZone: 'Asia/Jerusalem' };
const verdict = (change: Partial<QuotaState>, now: Date, end = expiry) => quotaVerdict(quota, { cell: 'x', endsAt, granted: false, taken: 0, outbid: false, ...change }, end, now);

describe('a quota', () => {
  it('competes within programme, unit, person served and local period', () => {
    expect(cellOf(place, 'day', due)).toEqual({ cell: 'calls\nhaifa-1\nemp-17\nday\n2026-11-22', endsAt });
    expect(cellOf(place, 'day', new Date('2026-11-22T22:00:00Z')).cell).toBe('calls\nhaifa-1\nemp-17\nday\n2026-11-23');
    expect(cellOf({ ...place, servedBy: undefined }, 'month', due).cell).toBe('calls\nhaifa-1\n\nmonth\n2026-11-01');
  });

  it('waits for the end of the period: only then is it known who was the most valuable', () => {
    expect(verdict({}, due)).toMatchObject({ kind: 'wait', until: endsAt, reason: { code: 'QUOTA_OPEN' } });
    expect(verdict({}, endsAt)).toEqual({ kind: 'granted' });
  });

  it('lets more valuable ones go first, and is full after n', () => {
    expect(verdict({ outbid: true }, endsAt)).toMatchObject({ kind: 'wait' });
    expect(verdict({ taken: 1 }, endsAt)).toEqual({ kind: 'granted' });
    expect(verdict({ taken: 2 }, endsAt)).toMatchObject({ kind: 'full', reason: { code: 'QUOTA', detail: 'the 2 places of the day went to more valuable customers' } });
  });

  it('keeps a place that was given, though it is delayed into the night', () => expect(verdict({ granted: true, taken: 2 }, endsAt)).toEqual({ kind: 'granted' }));

  it('does not wait for an end that comes after the time to ask is over', () => expect(verdict({}, due, endsAt)).toEqual({ kind: 'granted' }));

  it('has each moment in a period that ends after it, over changes of clocks too', () => {
    fc.assert(fc.property(fc.date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }), fc.constantFrom('day', 'week', 'month' as const), (at, period) => {
      const cell = cellOf({ ...place, timeZone: 'America/New_York' }, period as 'day', at);
      expect(cell.endsAt.getTime()).toBeGreaterThan(at.getTime());
      expect(cellOf({ ...place, timeZone: 'America/New_York' }, period as 'day', new Date(cell.endsAt.getTime() - 1)).cell).toBe(cell.cell);
      expect(cellOf({ ...place, timeZone: 'America/New_York' }, period as 'day', cell.endsAt).cell).not.toBe(cell.cell);
    }));
  });
});
