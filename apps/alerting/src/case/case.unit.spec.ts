import { evolve, evolveAll, type Case, type CaseEvent } from './case.ts';
import { passDeadline } from './deadline.ts';
import { assign, claim, close, note, release, view, type Worker } from './staff-work.ts';
import { opened } from '../../test/answers.ts';

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 22, 12, minute));
const dana: Worker = { id: 'dana', name: 'Dana Katz', assigns: true };
const yoni: Worker = { id: 'yoni', name: 'Yoni Peretz', assigns: false };
const noa: Worker = { id: 'noa', name: 'Noa Levi', assigns: false };

const after = (state: Case, decision: ReturnType<typeof claim>): Case => {
  if ('refused' in decision) throw new Error(decision.refused.code);
  return evolveAll(state, decision.events)!;
};
const refusal = (decision: ReturnType<typeof claim>): string | undefined => ('refused' in decision ? decision.refused.code : undefined);
const task = (): Case => opened(at(0));

describe('a task', () => {
  test('cannot begin with anything but being opened', () => {
    expect(() => evolve(null, { type: 'viewed', at: at(1), by: noa })).toThrow('cannot begin');
  });
  test('is viewed once, whoever looks later', () => {
    const seen = after(task(), view(task(), noa, at(1)));
    expect(seen.viewedAt).toEqual(at(1));
    expect(view(seen, yoni, at(2))).toEqual({ events: [] });
  });
  test('counts one revision for each event', () => {
    const events: CaseEvent[] = [{ type: 'claimed', at: at(1), by: noa }, { type: 'noted', at: at(2), by: noa, text: 'called' }, { type: 'released', at: at(3), by: noa }];
    expect(evolveAll(task(), events)?.revision).toBe(4);
  });
});

describe('claiming', () => {
  const claimed = after(task(), claim(task(), noa, at(1)));
  test('gives the task to one person', () => {
    expect(claimed).toMatchObject({ status: 'claimed', assignee: { id: 'noa', name: 'Noa Levi' }, firstResponseAt: at(1) });
    expect(refusal(claim(claimed, yoni, at(2)))).toBe('CASE.ALREADY_CLAIMED');
  });
  test('twice by the same person changes nothing', () => {
    expect(claim(claimed, noa, at(2))).toEqual({ events: [] });
  });
  test('takes nothing from its holder, not even for a supervisor, who assigns instead', () => {
    expect(refusal(claim(claimed, dana, at(2)))).toBe('CASE.ALREADY_CLAIMED');
    expect(after(claimed, assign(claimed, yoni, dana, at(2)))).toMatchObject({ status: 'claimed', assignee: { id: 'yoni' } });
  });
  test('is undone by releasing: by the holder or a supervisor, by nobody else', () => {
    expect(refusal(release(claimed, yoni, at(2)))).toBe('CASE.ALREADY_CLAIMED');
    expect(after(claimed, release(claimed, noa, at(2)))).toMatchObject({ status: 'open', assignee: null });
    expect(after(claimed, release(claimed, dana, at(2)))).toMatchObject({ status: 'open', assignee: null });
    expect(release(task(), yoni, at(2))).toEqual({ events: [] });
  });
});

describe('closing', () => {
  const end = { outcome: 'resolved' as const, note: 'The fee was refunded.' };
  test('ends the task with an outcome, and names who closed it where nobody had claimed it', () => {
    expect(after(task(), close(task(), end, noa, at(5)))).toMatchObject({ status: 'closed', outcome: 'resolved', closedAt: at(5), assignee: { id: 'noa' }, closedBySystem: false });
  });
  test('is for the holder or a supervisor', () => {
    const claimed = after(task(), claim(task(), noa, at(1)));
    expect(refusal(close(claimed, end, yoni, at(2)))).toBe('CASE.ALREADY_CLAIMED');
    expect(after(claimed, close(claimed, end, dana, at(2)))).toMatchObject({ status: 'closed', assignee: { id: 'noa' } });
  });
  test('is final for everything but notes', () => {
    const closed = after(task(), close(task(), end, noa, at(5)));
    for (const again of [claim(closed, noa, at(6)), release(closed, noa, at(6)), close(closed, end, noa, at(6)), assign(closed, yoni, dana, at(6))]) {
      expect(refusal(again)).toBe('CASE.ALREADY_CLOSED');
    }
    expect(after(closed, note(closed, 'She called back: all is well.', yoni, at(6)))).toMatchObject({ status: 'closed', outcome: 'resolved' });
  });
});

describe('a deadline', () => {
  const late = (state: Case): Date => new Date(state.dueAt.getTime() + 1000);
  test('that passed makes the task overdue, and says which one it was', () => {
    expect(passDeadline(task(), 'follow-up', late(task()))).toEqual([{ type: 'overdue', at: late(task()), by: null, deadline: 'follow-up' }]);
  });
  test('that has not come yet says nothing', () => {
    expect(passDeadline(task(), 'follow-up', at(1))).toEqual([]);
  });
  test('for the first response is met by a claim or a note; the one for the follow-up only by closing', () => {
    const claimed = after(task(), claim(task(), noa, at(1)));
    const noted = after(task(), note(task(), 'left a message', noa, at(1)));
    expect([claimed, noted].flatMap((state) => passDeadline(state, 'first-response', late(state)))).toEqual([]);
    expect(passDeadline(claimed, 'follow-up', late(claimed))).toHaveLength(1);
    expect(passDeadline(after(claimed, close(claimed, { outcome: 'explained', note: null }, noa, at(2))), 'follow-up', late(claimed))).toEqual([]);
  });
});
