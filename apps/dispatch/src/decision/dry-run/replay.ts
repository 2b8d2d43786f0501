import type { Outcome } from '@candor/contracts';
import { decide, untilDue, type DecisionState, type Verdict } from '../decide.ts';
import type { EarlierInvitation } from '../slot.ts';
import type { AskedColleague } from './account-past.ts';
import { QuotaBook } from './quota-book.ts';

/** One interaction of the past with what a policy needs to decide about it at any time. */
export interface Replayed {
  person: string;
  /** Whose people take turns; null: of no firm, or none is looked at. */
  account: string | null;
  value: number | null;
  was: { outcome: Outcome; reason: string };
  /** null: nothing is left to decide about, since the customer was erased. */
  stateAt: ((now: Date, own: readonly EarlierInvitation[], colleagues: readonly AskedColleague[]) => DecisionState) | null;
}
interface Ended {
  outcome: Outcome;
  reason: string;
}

/** How often one interaction may be put off: weekends, feasts, nights. */
const MOST_LOOKS = 50;

/**
 * Decides about the past as a policy would have: each customer's interactions in their order, with the invitations that this policy itself would have sent before. What it
 * remembers is of one customer, or one firm, at a time, and the places of quotas. Who would have lost a place of a quota later counts as asked for the customer's own next interactions.
 */
export class Replay {
  readonly #quota: QuotaBook | null;
  readonly #would = new Map<string, number>();
  readonly #was = new Map<string, number>();
  readonly #changed = new Map<string, number>();
  #together = '';
  readonly #own = new Map<string, EarlierInvitation[]>();
  #asked: AskedColleague[] = [];
  interactions = 0;

  constructor(quota: { n: number } | null) {
    this.#quota = quota && new QuotaBook(quota.n);
  }

  /** @param one after all earlier ones of the same person, and of the same account */
  take(one: Replayed): void {
    const together = one.account === null ? `person ${one.person}` : `account ${one.account}`;
    if (together !== this.#together) {
      this.#together = together;
      this.#own.clear();
      this.#asked = [];
    }
    const ended = one.stateAt === null ? { outcome: 'excluded' as const, reason: 'ERASED' } : this.#decide(one, one.stateAt);
    this.interactions += 1;
    add(this.#would, ended);
    add(this.#was, one.was);
    if (ended.outcome !== one.was.outcome) add(this.#changed, { outcome: one.was.outcome, reason: ended.outcome });
  }

  get would(): { outcome: Outcome; reason: string; interactions: number }[] {
    return listed(this.#would);
  }

  get was(): { outcome: Outcome; reason: string; interactions: number }[] {
    return listed(this.#was);
  }

  /** Interactions that end otherwise, by outcome. */
  get changed(): { from: Outcome; to: Outcome; interactions: number }[] {
    return listed(this.#changed).map(({ outcome: from, reason: to, interactions }) => ({ from, to: to as Outcome, interactions }));
  }

  #decide(one: Replayed, stateAt: NonNullable<Replayed['stateAt']>): Ended {
    const first = stateAt(new Date(0), [], []);
    let now = untilDue(first.interaction.occurredAt, first.delayMs).until;
    let granted = false;
    for (let look = 0; look < MOST_LOOKS; look++) {
      const seen = stateAt(now, this.#own.get(one.person) ?? [], this.#asked);
      const verdict: Verdict = decide(seen.quota ? { ...seen, quota: { ...seen.quota, granted } } : seen, 'fall-due', now);
      granted ||= 'quota' in verdict && verdict.quota?.granted === true;
      if (verdict.outcome === 'pending') now = verdict.until;
      else if (verdict.outcome === 'invited') return this.#invited(one, seen, verdict, now);
      else return { outcome: verdict.outcome, reason: verdict.reason.code };
    }
    return { outcome: 'pending', reason: 'DELAY' };
  }

  #invited(one: Replayed, { policy }: DecisionState, verdict: Extract<Verdict, { outcome: 'invited' }>, now: Date): Ended {
    if (this.#quota && verdict.quota) {
      const { granted, displaces } = this.#quota.offer(verdict.quota.cell, one.value ?? -1);
      if (!granted) return FULL;
      if (displaces) {
        add(this.#would, INVITED, -1);
        add(this.#would, FULL);
      }
    }
    const own = this.#own.get(one.person) ?? [];
    own.push({ id: '', programme: policy.programme, priority: policy.priority, at: now, stage: 'sent' });
    this.#own.set(one.person, own);
    if (one.account !== null) this.#asked.push({ person: one.person, at: now });
    return INVITED;
  }
}

const INVITED: Ended = { outcome: 'invited', reason: 'INVITED' };
const FULL: Ended = { outcome: 'sampled-out', reason: 'QUOTA' };

const add = (tally: Map<string, number>, { outcome, reason }: Ended, n = 1): void => void tally.set(`${outcome} ${reason}`, (tally.get(`${outcome} ${reason}`) ?? 0) + n);
const listed = (tally: ReadonlyMap<string, number>): { outcome: Outcome; reason: string; interactions: number }[] =>
  [...tally].filter(([, interactions]) => interactions > 0).sort((a, b) => b[1] - a[1]).map(([name, interactions]) => {
    const [outcome, reason] = name.split(' ') as [Outcome, string];
    return { outcome, reason, interactions };
  });
