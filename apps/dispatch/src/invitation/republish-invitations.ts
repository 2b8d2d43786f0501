import { CatalogCopy } from '@candor/catalog-copy';
import { type Channel, invitationIssued, invitationProgressed, invitationTopic } from '@candor/contracts';
import { pagesById } from '@candor/database';
import { outgoing, Republishers, type Outgoing, type Republisher } from '@candor/messaging';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { decisionEvent } from '../decision/decision-event.ts';
import { DecisionEntity } from '../decision/decision.entity.ts';
import { InvitationEntity } from './invitation.entity.ts';
import { contributionOf, type InvitationState } from './invitation.ts';

const PAGE = 1000;

/** Tells again how every interaction ended, every invitation, and how far each has come. */
@Injectable()
export class RepublishInvitations implements Republisher, OnModuleInit {
  readonly topic = invitationTopic;

  constructor(private readonly republishers: Republishers, private readonly catalog: CatalogCopy) {}

  onModuleInit(): void {
    this.republishers.add(this);
  }

  async *events(tx: EntityManager): AsyncIterable<Outgoing> {
    for await (const decisions of pagesById(tx, DecisionEntity, PAGE)) {
      const invitations = await tx.find(InvitationEntity, { where: { decision: In(decisions.map(({ id }) => id)) }, order: { id: 'ASC' } });
      const issued = Map.groupBy(invitations, ({ decision }) => decision);
      for (const decision of decisions) {
        const own = issued.get(decision.id) ?? [];
        for (const invitation of own) yield* invitationAgain(invitation, decision);
        if (decision.outcome !== 'pending') yield this.#decisionAgain(decision, own.at(-1));
      }
    }
  }

  /** Only an invitation keeps its path; that of others is what the catalogue says of their time. */
  #decisionAgain(decision: DecisionEntity, issued: InvitationEntity | undefined): Outgoing {
    const { outcome, reasonCode: code, reasonDetail: detail, channel, invitation, interaction, unit, occurredAt } = decision;
    const path = issued?.placement.path ?? this.catalog.pathOf(unit, occurredAt);
    return decisionEvent(
      { ...decision, path: path.length > 0 ? path : [unit], servedBy: interaction.servedBy },
      { outcome: outcome as Exclude<typeof outcome, 'pending'>, reason: { code, detail }, ...(channel ? { channel } : {}), ...(invitation ? { invitation } : {}) },
      decision.decidedAt,
    );
  }
}

function invitationAgain(row: InvitationEntity, { correlation }: DecisionEntity): Outgoing[] {
  const { id, tokenHash, decision, person, language, placement, timeZone, occurredAt, issuedAt, expiresAt } = row;
  const { programme, touchpoint, path, servedBy, product, segment, account, survey, selection } = placement;
  // Of the first message; reminders may have gone another way.
  const channel = placement.channel as Channel;
  const cause = correlation === null ? {} : { correlation };
  const issued = outgoing(invitationIssued, {
    id, tokenHash, decision, person, channel, language, programme, touchpoint, unit: path.at(-1)!, path, timeZone,
    ...(servedBy ? { servedBy } : {}), ...(product ? { product } : {}), ...(segment ? { segment } : {}), ...(account ? { account } : {}), survey: survey!, selection: selection!,
    occurredAt: occurredAt.toISOString(), issuedAt: issuedAt.toISOString(), expiresAt: expiresAt.toISOString(),
  }, { ...cause, time: issuedAt }) as Outgoing;
  if (row.revision === 0) return [issued];
  const at = row.deliveredAt ?? row.sentAt ?? issuedAt;
  const progress = { id, revision: row.revision, progress: lastStepOf(row), at: at.toISOString(), before: null, after: contributionOf(row) };
  return [issued, outgoing(invitationProgressed, progress, { ...cause, time: at }) as Outgoing];
}

/** What it was last, as far as its row tells. */
function lastStepOf({ status, matured, answered, deliveredAt, sentAt, followUp }: InvitationState): 'sent' | 'unreached' | 'bounced' | 'delivered' | 'answered' | 'matured' | 'cancelled' | 'reminded' {
  if (status === 'cancelled' || status === 'bounced') return status;
  if (matured) return 'matured';
  if (answered) return 'answered';
  if (status === 'sent' && followUp && followUp.earlier.length > 0) return 'reminded';
  if (deliveredAt !== null) return 'delivered';
  if (followUp?.held) return followUp.held;
  return status === 'issued' && sentAt !== null ? 'unreached' : 'sent';
}
