import type { Contribution, InvitationContribution } from '@candor/contracts';

/** `r3`: partition 3 of responses; `i0`: partition 0 of invitations. */
export type Source = `${'r' | 'i'}${number}`;

/** Where a contribution counts: the day for each member of its path, the hour for the unit itself. */
export function cellKeys(at: Contribution | InvitationContribution, source: Source): string[] {
  const measure = 'measure' in at ? at.measure : 'nps';
  const subject = `${measure}|${at.programme}|${at.touchpoint}|`;
  const path = at.path;
  const keys = new Array<string>(path.length + 1);
  for (let i = 0; i < path.length; i++) keys[i] = `day|${subject}${path[i]}|${at.day}||${source}`;
  keys[path.length] = `hour|${subject}${path[path.length - 1]}|${at.day}|${at.hour}|${source}`;
  return keys;
}

export interface CellAddress {
  span: 'day' | 'hour';
  measure: string;
  programme: string;
  touchpoint: string;
  unit: string;
  day: string;
  hour?: number;
  source: Source;
}

/** The coordinates of a key; keys of the catalogue hold no bar, so it reads back exactly. */
export function addressOf(key: string): CellAddress {
  const [span, measure, programme, touchpoint, unit, day, hour, source] = key.split('|') as [CellAddress['span'], string, string, string, string, string, string, Source];
  return { span, measure, programme, touchpoint, unit, day, ...(hour === '' ? {} : { hour: Number(hour) }), source };
}

export const sourceOf = (key: string): Source => key.slice(key.lastIndexOf('|') + 1) as Source;
