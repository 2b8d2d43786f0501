import fc from 'fast-check';
import { findCycle } from './cycle.ts';
import { place, placementAt, type Placement } from './placement.ts';
import { closeUnit, currentParent, inheritTimeZone, mergeUnit, putUnit, type Unit } from './unit.ts';

const at = (day: string) => new Date(`${day}T00:00:00.000Z`);
const now = at('2026-11-22');
const placed = (...steps: [string | null, string | null][]): Placement[] => steps.map(([parent, day]) => ({ parent, from: day && at(day).toISOString() }));

describe('where a unit hangs', () => {
  it('is since ever for a new unit, and since validFrom if that is given', () => {
    expect(place([], 'bank', undefined, now)).toEqual(placed(['bank', null]));
    expect(place([], 'bank', at('2026-01-01'), now)).toEqual(placed(['bank', '2026-01-01']));
  });

  it('changes from now on, and what was stays', () => {
    const moved = place(placed(['north', null]), 'coast', undefined, now);
    expect(moved).toEqual(placed(['north', null], ['coast', '2026-11-22']));
    expect(placementAt(moved, at('2026-11-21'))?.parent).toBe('north');
    expect(placementAt(moved, now)?.parent).toBe('coast');
  });

  it('can be corrected back to a day, which replaces what was said for later', () => {
    const history = placed(['a', null], ['b', '2025-01-01'], ['c', '2026-01-01']);
    expect(place(history, 'd', at('2025-06-01'), now)).toEqual(placed(['a', null], ['b', '2025-01-01'], ['d', '2025-06-01']));
    expect(place(history, 'd', at('2025-01-01'), now)).toEqual(placed(['a', null], ['d', '2025-01-01']));
    expect(place(history, 'b', at('2025-06-01'), now)).toEqual(placed(['a', null], ['b', '2025-01-01']));
  });

  it('keeps a planned move when only the present is said again, and drops it when the unit moves elsewhere', () => {
    const planned = placed(['a', null], ['b', '2027-01-01']);
    expect(place(planned, 'a', undefined, now)).toEqual(planned);
    expect(place(planned, 'c', undefined, now)).toEqual(placed(['a', null], ['c', '2026-11-22']));
  });

  it('is corrected, not moved, for a unit that is still to begin', () => {
    expect(place(placed(['a', '2027-01-01']), 'b', undefined, now)).toEqual(placed(['b', '2027-01-01']));
    expect(currentParent({ placements: placed(['a', '2027-01-01']) }, now)).toBe('a');
  });

  it('does not change when the same is said twice, whatever went before', () => {
    const parent = fc.constantFrom('a', 'b', null);
    const day = fc.option(fc.integer({ min: 2020, max: 2030 }).map((year) => at(`${year}-01-01`)), { nil: undefined });
    fc.assert(
      fc.property(fc.array(fc.tuple(parent, day), { minLength: 1, maxLength: 8 }), (calls) => {
        let placements: Placement[] = [];
        calls.forEach(([to, from], hour) => {
          const time = new Date(now.getTime() + hour * 3_600_000);
          placements = place(placements, to, from, time);
          expect(place(placements, to, from, new Date(time.getTime() + 1000))).toEqual(placements);
          const starts = placements.map(({ from: start }) => (start === null ? -Infinity : Date.parse(start)));
          expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
          expect((placementAt(placements, from && from > time ? from : time) ?? placements[0]!).parent).toBe(to);
        });
      }),
    );
  });
});

describe('a circle', () => {
  it('is found through several units, with the way', () => {
    const ancestry = new Map([['a', placed(['c', null])], ['b', placed(['a', null])], ['c', placed(['b', null])]]);
    expect(findCycle('a', ancestry)).toEqual(['a', 'c', 'b', 'a']);
  });

  it('is found when a unit is its own parent', () => expect(findCycle('a', new Map([['a', placed(['a', null])]]))).toEqual(['a', 'a']));

  it('is found where it would arise only in future, or would have been only in the past', () => {
    const below = placed([null, null], ['a', '2027-01-01']);
    expect(findCycle('a', new Map([['a', placed(['b', null])], ['b', below]]))).toEqual(['a', 'b', 'a']);
    const formerly = placed(['a', null], [null, '2020-01-01']);
    expect(findCycle('a', new Map([['a', placed(['b', '2019-01-01'])], ['b', formerly]]))).toEqual(['a', 'b', 'a']);
  });

  it('is none if two units swapped their places one after the other', () => {
    const ancestry = new Map([['a', placed([null, null], ['b', '2026-01-01'])], ['b', placed(['a', null], [null, '2026-01-01'])]]);
    expect(findCycle('a', ancestry)).toBeUndefined();
  });
});

describe('putting a unit', () => {
  const command = { key: 'haifa', name: 'Haifa', parent: 'north' };
  const made = putUnit(undefined, command, 'Asia/Jerusalem', now);

  it('makes version 1 with the time zone of the parent, UTC at the top', () => {
    expect(made).toEqual({ key: 'haifa', name: 'Haifa', ownTimeZone: null, timeZone: 'Asia/Jerusalem', placements: placed(['north', null]), version: 1, changedAt: now.toISOString(), closedAt: null, mergedInto: null });
    expect(putUnit(undefined, { ...command, parent: null }, undefined, now).timeZone).toBe('UTC');
  });

  it('twice in the same words gives the same object: nothing to store, nothing to tell', () => {
    expect(putUnit(made, command, 'Asia/Jerusalem', at('2026-12-01'))).toBe(made);
  });

  it('counts up for each kind of change', () => {
    const changes = [{ name: 'Haifa Port' }, { parent: 'coast' }, { timeZone: 'Europe/Paris' }, { parent: 'coast', validFrom: at('2026-01-01') }];
    expect(changes.map((change) => putUnit(made, { ...command, ...change }, 'Asia/Jerusalem', now).version)).toEqual([2, 2, 2, 2]);
  });

  it('opens a closed unit again; closing twice is closing once', () => {
    const closed = closeUnit(made, now);
    expect([closed.closedAt, closed.version]).toEqual([now.toISOString(), 2]);
    expect(closeUnit(closed, at('2026-12-01'))).toBe(closed);
    expect(putUnit(closed, command, 'Asia/Jerusalem', now)).toMatchObject({ closedAt: null, version: 3 });
  });

  it('merged again in the same words gives the same object; merged elsewhere, it hangs there from then on; opened, it is nobodys any more', () => {
    const made = putUnit(undefined, command, 'Asia/Jerusalem', now);
    const merged = mergeUnit(made, 'acre', undefined, now);
    expect(merged).toMatchObject({ closedAt: now.toISOString(), mergedInto: 'acre', version: 2, placements: placed(['north', null], ['acre', '2026-11-22']) });
    const later = at('2026-12-01');
    expect(mergeUnit(merged, 'acre', undefined, later)).toBe(merged);
    expect(closeUnit(merged, later)).toBe(merged);
    expect(mergeUnit(merged, 'eilat', undefined, later)).toMatchObject({ closedAt: now.toISOString(), mergedInto: 'eilat', placements: placed(['north', null], ['acre', '2026-11-22'], ['eilat', '2026-12-01']) });
    expect(putUnit(merged, command, 'Asia/Jerusalem', later)).toMatchObject({ closedAt: null, mergedInto: null });
  });

  it('hands a changed time zone on only to units without one of their own', () => {
    const own: Unit = { ...made, ownTimeZone: 'Europe/Paris', timeZone: 'Europe/Paris' };
    expect(inheritTimeZone(own, 'Asia/Tokyo', now)).toBe(own);
    expect(inheritTimeZone(made, 'Asia/Jerusalem', now)).toBe(made);
    expect(inheritTimeZone(made, 'Asia/Tokyo', now)).toMatchObject({ timeZone: 'Asia/Tokyo', version: 2 });
  });
});
