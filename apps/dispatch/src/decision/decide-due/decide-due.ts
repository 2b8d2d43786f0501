import type { CatalogCopy } from '@candor/catalog-copy';
import { askedMeasure, declaredCuts } from '@candor/contracts';
import { metrics } from '@candor/observability';
import type { Outbox, Outgoing } from '@candor/messaging';
import type { EntityManager } from 'typeorm';
import type { Channels } from '../../channel/channels.ts';
import { applyFacts } from '../../invitation/invitation-journal.ts';
import type { Fact } from '../../invitation/invitation.ts';
import { issuedEvent, newInvitation, storeInvitations, type NewInvitation } from '../../invitation/new-invitation.ts';
import { rankOf } from '../../account/account-rule.ts';
import { customerOf, type Facts } from '../../person/person.ts';
import { decide, type DecisionState, type Verdict } from '../decide.ts';
import { decisionEvent, type Decided } from '../decision-event.ts';
import { languageFor } from '../policy.ts';
import { settle, type Settled } from '../settle.ts';
import { claimDue, lockCustomers, type DueDecision } from './due-decisions.ts';
import { accountOf, Surroundings, valueOf, viewOf, type Considered } from './surroundings.ts';

const decisions = metrics.counter('candor_decisions_total', 'Decisions made when due', ['outcome', 'code']);
/** A touchpoint that was accepted is in the catalogue; should this copy of it be behind, it will not be for long. */
const CATALOG_PAUSE_MS = 5000;

/** What one turn has come to. */
interface Made {
  verdicts: Verdict[];
  settled: Settled[];
  events: Outgoing[];
  invitations: NewInvitation[];
  /** Invitations that gave way, and why. */
  displaced: { invitation: string; fact: Fact }[];
}

/** Decides about everything that is due, some at a time, each under a lock on its customer, in a handful of statements for all of them. */
export class DecideDue {
  readonly #outbox: Outbox;
  readonly #catalog: CatalogCopy;
  readonly #channels: Channels;

  constructor(outbox: Outbox, catalog: CatalogCopy, channels: Channels) {
    this.#outbox = outbox;
    this.#catalog = catalog;
    this.#channels = channels;
  }

  /** @returns how many were looked at and how many invitations came of it. */
  async turn(now: Date, limit: number): Promise<{ done: number; invited: number }> {
    const { done, verdicts } = await this.#outbox.transaction((tx) => this.#decideIn(tx, now, limit));
    for (const { outcome, reason } of verdicts) decisions.inc({ outcome, code: reason.code });
    return { done, invited: verdicts.filter((one) => one.outcome === 'invited').length };
  }

  async #decideIn(tx: EntityManager, now: Date, limit: number): Promise<{ done: number; verdicts: Verdict[] }> {
    const due = await claimDue(tx, now, limit);
    if (due.length === 0) return { done: 0, verdicts: [] };
    const people = await lockCustomers(tx, due);
    const made: Made = { verdicts: [], settled: [], events: [], invitations: [], displaced: [] };
    const considered = this.#inOrder(due, people, made, now);
    const around = await Surroundings.read(tx, considered, this.#catalog, this.#channels.available, now);
    for (const one of considered) {
      const state = around.stateOf(one, now);
      const verdict = decide(state, 'fall-due', now);
      made.verdicts.push(verdict);
      this.#carryOut(one, state, verdict, around, made, now);
    }
    // Those that gave way first: their decisions are locked after their invitations, as everywhere.
    if (made.displaced.length > 0) made.events.push(...(await applyFacts(tx, made.displaced, now)));
    await settle(tx, made.settled, now);
    const receipt = await this.#outbox.append(tx, made.events);
    if (made.invitations.length > 0) await storeInvitations(tx, made.invitations, receipt);
    return { done: due.length, verdicts: made.verdicts };
  }

  /** Programmes of higher priority go first, where places are few the more valuable, of an account who decides, then what fell due first; what the catalogue does not know yet waits. */
  #inOrder(due: readonly DueDecision[], people: ReadonlyMap<string, Facts>, { settled }: Made, now: Date): Considered[] {
    const considered: Considered[] = [];
    for (const one of due) {
      const catalog = viewOf(this.#catalog, one);
      const facts = people.get(one.person);
      if (catalog && facts) considered.push({ due: one, facts, catalog });
      else {
        const reason = { code: 'CATALOG_BEHIND', detail: 'waits for the catalogue' };
        settled.push({ id: one.id, outcome: 'pending', reason, dueAt: new Date(now.getTime() + CATALOG_PAUSE_MS) });
      }
    }
    const worth = (one: Considered): number => (one.catalog.programme.quota ? (valueOf(one) ?? -1) : 0);
    const rank = (one: Considered): number => (one.catalog.programme.accounts ? rankOf(one.catalog.programme.accounts, accountOf(one)?.role) : 0);
    return considered.sort((a, b) => b.catalog.programme.priority - a.catalog.programme.priority || worth(b) - worth(a) || rank(a) - rank(b));
  }

  #carryOut(one: Considered, state: DecisionState, verdict: Verdict, around: Surroundings, made: Made, now: Date): void {
    const { due } = one;
    const { programme, version: policyVersion, kind, priority } = state.policy;
    const settled = { id: due.id, outcome: verdict.outcome, reason: verdict.reason, programme, policyVersion };
    if ('quota' in verdict && verdict.quota?.granted && !due.quota_granted) around.quotas.grant(verdict.quota.cell);
    if ('displaces' in verdict && verdict.displaces) {
      around.earlier.drop(due.person, kind, verdict.displaces);
      made.displaced.push(...verdict.displaces.map((id) => ({ invitation: id, fact: displacedBy(programme, due, now) })));
    }
    if (verdict.outcome === 'pending') {
      around.expect(due, verdict.until);
      made.settled.push({ ...settled, dueAt: verdict.until, quota: verdict.quota });
    } else if (verdict.outcome === 'invited') {
      const invitation = this.#invitationOf(one, state, verdict, now);
      around.earlier.note(due.person, kind, { id: invitation.id, programme, priority, at: now, stage: 'waiting' });
      const account = accountOf(one);
      if (account) around.turns.note({ account: account.id, kind, person: due.person, at: now });
      made.invitations.push(invitation);
      made.events.push(issuedEvent(invitation));
      made.settled.push({
        ...settled, outcome: 'pending', reason: { code: 'SENDING', detail: `an invitation by ${verdict.channel} is on its way` }, channel: verdict.channel, invitation: invitation.id, quota: verdict.quota,
      });
    } else {
      made.settled.push(settled);
      made.events.push(decisionEvent({ ...decidedOf(due), programme, policyVersion, path: this.#pathOf(due) }, { outcome: verdict.outcome, reason: verdict.reason }, now));
    }
  }

  #invitationOf({ due, facts, catalog }: Considered, { policy }: DecisionState, verdict: Extract<Verdict, { outcome: 'invited' }>, now: Date): NewInvitation {
    const { customer } = customerOf(due.customer_id, facts);
    return newInvitation({
      decision: due, policy: { ...policy, survey: verdict.survey }, channel: verdict.channel, address: verdict.address, language: languageFor(policy, customer.language), segment: customer.segment,
      path: this.#pathOf(due), timeZone: catalog.unit.timeZone, selection: verdict.selection, measure: askedMeasure(catalog.programme), ...declaredCuts(catalog.programme), issuedAt: now,
    });
  }

  #pathOf({ unit, occurred_at: at }: DueDecision): string[] {
    const path = this.#catalog.pathOf(unit, at);
    return path.length > 0 ? path : [unit];
  }
}

const displacedBy = (programme: string, { source, event_id: id }: DueDecision, at: Date): Fact => ({
  type: 'cancelled', at, outcome: 'displaced', code: 'DISPLACED', reason: `the programme "${programme}" goes first: it asks about ${source} ${id}`,
});
const decidedOf = (due: DueDecision): Omit<Decided, 'programme' | 'policyVersion' | 'path'> => ({
  id: due.id, source: due.source, eventId: due.event_id, person: due.person, touchpoint: due.touchpoint, servedBy: due.interaction.servedBy, interaction: due.interaction,
  occurredAt: due.occurred_at, correlation: due.correlation,
});
