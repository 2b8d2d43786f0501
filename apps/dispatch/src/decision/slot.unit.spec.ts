import type { Policy } from './policy.ts';
import { slotFor, type EarlierInvitation, type Rival } from './slot.ts';

const now = new Date('2026-11-22T12:00:00Z');
const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);
const other = (change: Partial<EarlierInvitation> = {}): EarlierInvitation => ({ id: 'i-1', programme: 'other', priority: 0, at: ago(60), stage: 'waiting', ...change });
const slot = (earlier: EarlierInvitation[], { priority = 5, acceptedAt = ago(120), rival = null, frequencyDays = 30 as number | null }: { priority?: number; acceptedAt?: Date; rival?: Rival | null; frequencyDays?: number | null } = {}) =>
  slotFor({ policy: { programme: 'mine', priority, frequencyDays } as Policy, interaction: { source: '/crm', id: '1', occurredAt: acceptedAt, acceptedAt }, earlier, rival }, now);

describe('the turn of a customer', () => {
  it('is free for who finds nobody, or nobody within the window', () => {
    expect(slot([])).toEqual({ kind: 'free', displaces: [] });
    expect(slot([other({ stage: 'sent', at: ago(30 * 24 * 60) })])).toEqual({ kind: 'free', displaces: [] });
  });

  it('goes to the higher priority though it came second, as long as the first message has not gone out', () => {
    expect(slot([other()])).toEqual({ kind: 'free', displaces: ['i-1'] });
    expect(slot([other({ stage: 'sent' })], { acceptedAt: ago(10) })).toMatchObject({ kind: 'taken', outcome: 'contacted-too-recently' });
  });

  it('cannot be said while the message of the lower one is being sent', () => expect(slot([other({ stage: 'under-way' })])).toMatchObject({ kind: 'unclear' }));

  it.each([['equal', 5], ['higher', 9]])('stays with the first when its priority is %s', (_which, priority) => {
    expect(slot([other({ priority })], { acceptedAt: ago(10) })).toMatchObject({ kind: 'taken', outcome: 'contacted-too-recently' });
  });

  it('is lost as displaced, naming by what, for who waited when the higher one took it', () => {
    expect(slot([other({ priority: 9 })])).toMatchObject({ kind: 'taken', outcome: 'displaced', reason: { code: 'DISPLACED', detail: expect.stringContaining('"other"') } });
    const rival: Rival = { programme: 'other', source: '/crm', id: 'visit-9', due: now };
    expect(slot([], { rival })).toMatchObject({ kind: 'taken', outcome: 'displaced', reason: { detail: expect.stringContaining('visit-9') } });
  });

  it('is not taken twice by one programme, whatever its own waiting message', () => expect(slot([other({ programme: 'mine', priority: 0 })])).toMatchObject({ kind: 'taken', outcome: 'contacted-too-recently' }));

  it('is nobody\'s for programmes without a limit', () => expect(slot([other({ stage: 'sent', priority: 9 })], { frequencyDays: null })).toEqual({ kind: 'free', displaces: [] }));
});
