import { caseClaimed, caseClosed, caseNoted, caseTopic, caseViewed } from '@candor/contracts';
import { ConsumesBatch, isEvent, type Batch } from '@candor/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';

/** Each of these, done by somebody, means that staff know the answer; the system closes cases too. */
const SEEN = [caseViewed, caseClaimed, caseNoted, caseClosed];

/** The score of an answer stands from the moment that staff have seen it (domain 9.2). */
@Controller()
export class LockWhenCaseIsSeen {
  @ConsumesBatch(caseTopic, { consumer: 'locks', again: 'ignores' })
  async lock(@Payload() { events, tx }: Batch): Promise<void> {
    const seen = new Map<string, string>();
    for (const event of events) {
      for (const declaration of SEEN) {
        if (isEvent(event, declaration) && event.data.by !== undefined && !seen.has(event.data.response)) seen.set(event.data.response, event.data.at);
      }
    }
    if (seen.size === 0) return;
    await tx.query(
      `UPDATE response r SET locked_at = s.at FROM unnest($1::text[], $2::timestamptz[]) AS s (id, at) WHERE r.id = s.id AND r.locked_at IS NULL`,
      [[...seen.keys()], [...seen.values()]],
    );
  }
}
