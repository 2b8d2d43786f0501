import type { DecisionState } from './decide.ts';
import type { Reason } from './reason.ts';

/** An invitation that this customer got, or is to get, from a programme of the same kind. */
export interface EarlierInvitation {
  id: string;
  programme: string;
  priority: number;
  at: Date;
  /** `waiting`: its message has not been tried and will not be while we decide; `under-way`: somebody is sending it right now, or died while sending. */
  stage: 'waiting' | 'under-way' | 'sent';
}
/** An interaction of a programme of higher priority that will be asked about so soon that asking now would take its turn. */
export interface Rival {
  programme: string;
  source: string;
  id: string;
  due: Date;
}

export type Slot =
  /** `displaces`: invitations of programmes of lower priority that are not to be sent now. */
  | { kind: 'free'; displaces: string[] }
  | { kind: 'taken'; outcome: 'contacted-too-recently' | 'displaced'; reason: Reason }
  | { kind: 'unclear'; reason: Reason };

const DAY_MS = 24 * 3600 * 1000;

/**
 * Whether the customer may be contacted now, over all channels of programmes of this kind. Who wants the same customer in the same window yields to the higher priority, also
 * when that one came second, as long as the first message has not gone out; between equals the first one holds.
 */
export function slotFor({ policy, interaction, earlier, rival }: Pick<DecisionState, 'policy' | 'interaction' | 'earlier' | 'rival'>, now: Date): Slot {
  const days = policy.frequencyDays;
  if (days === null) return { kind: 'free', displaces: [] };
  const inWindow = earlier.filter((one) => now.getTime() - one.at.getTime() < days * DAY_MS);
  const yields = (one: EarlierInvitation): boolean => one.programme !== policy.programme && one.priority < policy.priority;
  const inTheWay = inWindow.filter((one) => !(one.stage === 'waiting' && yields(one)));
  if (inTheWay.length === 0) {
    if (rival) return { kind: 'taken', outcome: 'displaced', reason: { code: 'DISPLACED', detail: displacedBy(rival) } };
    return { kind: 'free', displaces: inWindow.map(({ id }) => id) };
  }
  if (inTheWay.every((one) => one.stage === 'under-way' && yields(one))) return { kind: 'unclear', reason: { code: 'SLOT_UNCLEAR', detail: `a message of the programme "${inTheWay[0]!.programme}" is being sent` } };
  // Who wanted the slot at the same time lost it to the other programme; who came later came too late.
  const winner = inTheWay.find((one) => one.programme !== policy.programme && one.priority > policy.priority && interaction.acceptedAt <= one.at);
  if (winner) return { kind: 'taken', outcome: 'displaced', reason: { code: 'DISPLACED', detail: `the programme "${winner.programme}" went first, with invitation ${winner.id}` } };
  const latest = inTheWay.reduce((a, b) => (b.at > a.at ? b : a));
  return { kind: 'taken', outcome: 'contacted-too-recently', reason: tooRecent(latest.at, days, now) };
}

/** Why somebody yields, for people. */
export const displacedBy = ({ programme, source, id, due }: Rival): string => `the programme "${programme}" goes first: it asks about ${source} ${id} at ${due.toISOString()}`;

function tooRecent(at: Date, days: number, now: Date): Reason {
  const since = Math.max(0, Math.floor((now.getTime() - at.getTime()) / DAY_MS));
  const ago = since === 0 ? 'within the last day' : `${since} ${since === 1 ? 'day' : 'days'} ago`;
  return { code: 'FREQUENCY', detail: `invited ${ago}; at most once in ${days} days` };
}
