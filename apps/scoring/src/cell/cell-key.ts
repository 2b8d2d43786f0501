import { CUTS, cutValueOf, type Contribution, type Cut, type InvitationContribution } from '@candor/contracts';

/** `r3`: partition 3 of responses; `i0`: partition 0 of invitations. */
export type Source = `${'r' | 'i'}${number}`;

const KNOWN = new Set<Cut>(CUTS);

/** Where a contribution counts: the day for each member of its path, the hour for the unit itself, and its day for each value of a declared cut. */
export function cellKeys(at: Contribution | InvitationContribution, source: Source): string[] {
  // Invitations that do not say what they ask for ask for it.
  const measure = at.measure ?? 'nps';
  const subject = `${measure}|${at.programme}|${at.touchpoint}|`;
  const path = at.path;
  const keys = new Array<string>(path.length + 1);
  for (let i = 0; i < path.length; i++) keys[i] = `day|${subject}${path[i]}|${at.day}||${source}`;
  keys[path.length] = `hour|${subject}${path[path.length - 1]}|${at.day}|${at.hour}|${source}`;
  if (at.cuts) for (const [cut, value] of valuesOf(at)) keys.push(`cut|${subject}${path[path.length - 1]}|${at.day}||${source}|${cut}|${value}`);
  return keys;
}

/** What a contribution says of the cuts that it is to be counted by; a cut of a later release is passed over. */
export function valuesOf(at: Contribution | InvitationContribution): Map<Cut, string> {
  const values = new Map<Cut, string>();
  for (const cut of at.cuts ?? []) {
    const value = KNOWN.has(cut) ? cutValueOf(cut, at) : undefined;
    if (value !== undefined) values.set(cut, value);
  }
  return values;
}

export interface CellAddress {
  span: 'day' | 'hour' | 'cut';
  measure: string;
  programme: string;
  touchpoint: string;
  unit: string;
  day: string;
  hour?: number;
  source: Source;
  cut?: Cut;
  value?: string;
}

/** The coordinates of a key; keys of the catalogue hold no bar, and a value comes last, so it reads back exactly. */
export function addressOf(key: string): CellAddress {
  const [span, measure, programme, touchpoint, unit, day, hour, source, cut, ...value] = key.split('|') as [CellAddress['span'], string, string, string, string, string, string, Source, Cut?, ...string[]];
  return { span, measure, programme, touchpoint, unit, day, ...(hour === '' ? {} : { hour: Number(hour) }), source, ...(cut === undefined ? {} : { cut, value: value.join('|') }) };
}
