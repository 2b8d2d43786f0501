import type { CatalogCopy } from '@candor/catalog-copy';
import { metrics } from '@candor/observability';
import type { Outbox, Outgoing } from '@candor/messaging';
import type { EntityManager } from 'typeorm';
import type { Channels } from '../../channel/channels.ts';
import { issuedEvent, newInvitation, storeInvitations, type NewInvitation } from '../../invitation/new-invitation.ts';
import { customerOf, type Facts } from '../../person/person.ts';
import { suppressionsOf } from '../../suppression/suppression.repository.ts';
import { decide, type DecisionState, type Verdict } from '../decide.ts';
import { decisionEvent, type Decided } from '../decision-event.ts';
import { addressesOf, contactOf, decisionState, type CatalogView, type SuppressionOf } from '../decision-state.ts';
import { settle, type Settled } from '../settle.ts';
import { claimDue, lockCustomers, LastInvited, type DueDecision } from './due-decisions.ts';

const decisions = metrics.counter('candor_decisions_total', 'Decisions made when due', ['outcome', 'code']);
/** A touchpoint that was accepted is in the catalogue; should this copy of it be behind, it will not be for long. */
const CATALOG_PAUSE_MS = 5000;

interface Considered {
  due: DueDecision;
  facts: Facts;
  catalog: CatalogView;
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
    const verdicts = await this.#outbox.transaction((tx) => this.#decideIn(tx, now, limit));
    for (const { outcome, reason } of verdicts.made) decisions.inc({ outcome, code: reason.code });
    return { done: verdicts.done, invited: verdicts.made.filter((one) => one.outcome === 'invited').length };
  }

  async #decideIn(tx: EntityManager, now: Date, limit: number): Promise<{ done: number; made: Verdict[] }> {
    const made: Verdict[] = [];
    const due = await claimDue(tx, now, limit);
    if (due.length === 0) return { done: 0, made };
    const people = await lockCustomers(tx, due);
    const suppressionOf = await suppressionsOf(tx, [...people.values()].flatMap(addressesOf));
    const lastInvited = await LastInvited.read(tx, [...people.keys()]);
    const settled: Settled[] = [];
    const events: Outgoing[] = [];
    const invitations: NewInvitation[] = [];
    for (const one of this.#inOrder(due, people, settled, now)) {
      const { state, verdict } = this.#verdict(one, suppressionOf, lastInvited, now);
      made.push(verdict);
      const { programme, version: policyVersion, kind } = state.policy;
      const decided = { ...decidedOf(one.due), programme, policyVersion, path: this.#pathOf(one.due) };
      if (verdict.outcome === 'pending') {
        settled.push({ id: one.due.id, outcome: 'pending', reason: verdict.reason, programme, policyVersion, dueAt: verdict.until });
      } else if (verdict.outcome === 'invited') {
        const { customer } = customerOf(one.due.customer_id, one.facts);
        const invitation = newInvitation({
          decision: one.due, policy: state.policy, channel: verdict.channel, address: verdict.address, language: customer.language, segment: customer.segment, path: decided.path,
          timeZone: one.catalog.unit.timeZone, selection: verdict.selection, issuedAt: now,
        });
        lastInvited.note(one.due.person, kind, now);
        invitations.push(invitation);
        events.push(issuedEvent(invitation));
        settled.push({ id: one.due.id, outcome: 'pending', reason: { code: 'SENDING', detail: `an invitation by ${verdict.channel} is on its way` }, programme, policyVersion, channel: verdict.channel, invitation: invitation.id });
      } else {
        settled.push({ id: one.due.id, outcome: verdict.outcome, reason: verdict.reason, programme, policyVersion });
        events.push(decisionEvent(decided, { outcome: verdict.outcome, reason: verdict.reason }, now));
      }
    }
    await settle(tx, settled, now);
    await this.#write(tx, events, invitations);
    return { done: due.length, made };
  }

  /** Programmes of higher priority go first, then what fell due first; what the catalogue does not know yet waits. */
  #inOrder(due: readonly DueDecision[], people: ReadonlyMap<string, Facts>, settled: Settled[], now: Date): Considered[] {
    const considered: Considered[] = [];
    for (const one of due) {
      const touchpoint = this.#catalog.touchpoint(one.touchpoint);
      const programme = touchpoint && this.#catalog.programme(touchpoint.programme);
      const unit = this.#catalog.unit(one.unit);
      const facts = people.get(one.person);
      if (touchpoint && programme && unit && facts) considered.push({ due: one, facts, catalog: { touchpoint, programme, unit } });
      else {
        const reason = { code: 'CATALOG_BEHIND', detail: 'waits for the catalogue' };
        settled.push({ id: one.id, outcome: 'pending', reason, dueAt: new Date(now.getTime() + CATALOG_PAUSE_MS) });
      }
    }
    return considered.sort((a, b) => b.catalog.programme.priority - a.catalog.programme.priority);
  }

  #verdict({ due, facts, catalog }: Considered, suppressionOf: SuppressionOf, lastInvited: LastInvited, now: Date): { state: DecisionState; verdict: Verdict } {
    const interaction = { source: due.source, id: due.event_id, occurredAt: due.occurred_at };
    const contact = contactOf(facts, suppressionOf);
    const state = decisionState(interaction, catalog, contact, lastInvited.of(due.person, catalog.programme.kind), this.#channels.available);
    return { state, verdict: decide(state, 'fall-due', now) };
  }

  #pathOf({ unit, occurred_at: at }: DueDecision): string[] {
    const path = this.#catalog.pathOf(unit, at);
    return path.length > 0 ? path : [unit];
  }

  async #write(tx: EntityManager, events: readonly Outgoing[], invitations: readonly NewInvitation[]): Promise<void> {
    const receipt = await this.#outbox.append(tx, events);
    if (invitations.length > 0) await storeInvitations(tx, invitations, receipt);
  }
}

const decidedOf = (due: DueDecision): Omit<Decided, 'programme' | 'policyVersion' | 'path'> => ({
  id: due.id, source: due.source, eventId: due.event_id, person: due.person, touchpoint: due.touchpoint, servedBy: due.interaction.servedBy,
  occurredAt: due.occurred_at, correlation: due.correlation,
});
