import { channel, messageNumber, type Channel } from '@candor/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { ledgerFilter, parametersOf, SELECTED, type Selected } from '../ledger-filter.ts';
import { stagesBy } from '../stages.ts';

export const messagesQuery = z.object(ledgerFilter);

const count = z.int();
export const messagesView = z.object({
  asOf: z.string(),
  data: z.array(z.object({
    message: messageNumber.meta({ description: '0 is the first message, 1 the first reminder, and so on' }),
    channel,
    sent: count.meta({ description: 'That went out; a call that nobody took too' }),
    reached: count.meta({ description: 'That went out and neither came back nor reached nobody' }),
    answered: count.meta({ description: 'That won the answer' }),
  })),
  unknown: count.meta({ description: 'Answers of which it is not known which message won them' }),
});
export type MessagesView = z.infer<typeof messagesView>;

export const EXAMPLE: MessagesView = {
  asOf: '2026-11-22T12:00:00.000Z',
  data: [
    { message: 0, channel: 'email', sent: 405, reached: 398, answered: 96 }, { message: 1, channel: 'email', sent: 40, reached: 40, answered: 3 }, { message: 1, channel: 'sms', sent: 262, reached: 255, answered: 34 },
  ],
  unknown: 0,
};

const { answered } = stagesBy('$9');
/** The messages of an invitation `i`: those before the present one as they were noted, and the present one as `presentFate` says. */
const MESSAGES = `
  SELECT (e.place - 1)::int AS message, e.one ->> 'channel' AS channel, e.one ->> 'fate' AS fate FROM jsonb_array_elements(i.follow_up -> 'earlier') WITH ORDINALITY AS e(one, place)
  UNION ALL
  SELECT coalesce(jsonb_array_length(i.follow_up -> 'earlier'), 0), i.channel,
    coalesce(i.follow_up #>> '{failed,fate}', CASE WHEN i.status <> 'issued' THEN i.status WHEN i.sent_at IS NOT NULL AND i.follow_up ->> 'held' IS NULL THEN 'unreached' END)`;
const COUNT = `
  SELECT m.message, m.channel, count(*) FILTER (WHERE m.fate IN ('sent', 'delivered', 'bounced', 'unreached'))::int AS sent, count(*) FILTER (WHERE m.fate IN ('sent', 'delivered'))::int AS reached,
    count(*) FILTER (WHERE ${answered} AND i.answered_message = m.message)::int AS answered, count(*) FILTER (WHERE ${answered} AND i.answered_message IS NULL AND m.message = 0)::int AS unknown
  FROM decision d JOIN invitation i ON i.id = d.invitation CROSS JOIN LATERAL (${MESSAGES}) AS m
  WHERE ${SELECTED} AND (m.message = 0 OR d.programme <> ALL ($9::text[])) GROUP BY 1, 2 ORDER BY 1, 2`;

/**
 * What each message of the invitations selected came to: reminders and second channels beside the first.
 * @param anonymous programmes of which is not told who answered; nor how many were reminded, since those have not answered
 */
export async function countMessages(db: Pick<EntityManager, 'query'>, selected: Selected, now: Date, anonymous: readonly string[]): Promise<MessagesView> {
  const rows: { message: number; channel: Channel; sent: number; reached: number; answered: number; unknown: number }[] = await db.query(COUNT, [...parametersOf(selected), anonymous]);
  const data = rows.map(({ unknown: _unknown, ...row }) => row).filter((row) => row.sent > 0 || row.answered > 0);
  return { asOf: now.toISOString(), data, unknown: rows.reduce((sum, row) => sum + row.unknown, 0) };
}
