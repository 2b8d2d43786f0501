import { invitationIssued, invitationTopic, type DataOf } from '@candor/contracts';
import { ConsumesBatch, isEvent, type Batch } from '@candor/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { LinkEntity } from '../link.entity.ts';

export const LINKS_CONSUMER = 'links';

/** A link may be used from the moment that its invitation is known here; the message that carries it goes out later. */
@Controller()
export class KeepLinkWhenInvitationIssued {
  @ConsumesBatch(invitationTopic, { consumer: LINKS_CONSUMER, again: 'ignores' })
  async keep(@Payload() { events, tx }: Batch): Promise<void> {
    const links = events.flatMap((event) => (isEvent(event, invitationIssued) ? [linkOf(event.data)] : []));
    if (links.length > 0) await tx.createQueryBuilder().insert().into(LinkEntity).values(links).orIgnore().execute();
  }
}

function linkOf({ id, tokenHash, occurredAt, issuedAt, expiresAt, ...data }: DataOf<typeof invitationIssued>): LinkEntity {
  return {
    tokenHash, invitation: id, person: data.person, channel: data.channel, language: data.language, programme: data.programme, touchpoint: data.touchpoint,
    unit: data.unit, path: data.path, timeZone: data.timeZone, servedBy: data.servedBy ?? null, product: data.product ?? null, segment: data.segment ?? null,
    account: data.account ?? null, survey: data.survey, selection: data.selection,
    occurredAt: new Date(occurredAt), issuedAt: new Date(issuedAt), expiresAt: new Date(expiresAt),
  };
}
