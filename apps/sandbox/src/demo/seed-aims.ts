import type { FrontDoor } from '../front-door/front-door.ts';

const SOURCE = 'Made up for the demonstration';
/** What the bank aims at, in its transactional programme; null: all of it. */
const TARGETS = [
  { unit: null, touchpoint: null, value: 35 }, { unit: 'north', touchpoint: null, value: 35 }, { unit: 'centre', touchpoint: null, value: 40 }, { unit: 'jerusalem', touchpoint: null, value: 35 },
  { unit: 'south', touchpoint: null, value: 30 }, { unit: null, touchpoint: 'branch-visit', value: 40 }, { unit: null, touchpoint: 'mobile-app', value: 45 },
];
const RIVALS = [{ key: 'harbour-bank', name: 'Harbour Bank', nps: 21 }, { key: 'first-savings', name: 'First Savings', nps: 44 }];

/** Gives the bank aims and rivals to be held against. Where there are some already they are somebody's own, and stay. */
export async function seedAims(door: FrontDoor): Promise<void> {
  const held = await door.get<{ data?: readonly unknown[] }>('/v1/targets');
  if (!held?.data?.length) for (const target of TARGETS) await door.put('/v1/targets', target);
  const norms = await door.get<{ companies?: readonly { rival: boolean }[] }>('/v1/norms');
  if (norms?.companies?.some(({ rival }) => rival)) return;
  for (const { key, ...rival } of RIVALS) await door.put(`/v1/norms/companies/${key}`, { ...rival, rival: true, source: SOURCE });
}
