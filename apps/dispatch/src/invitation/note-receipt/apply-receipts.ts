import type { Channel } from '@candor/contracts';
import type { Outbox } from '@candor/messaging';
import type { EntityManager } from 'typeorm';
import { addressKey } from '../../person/address.ts';
import { suppress, type Suppress } from '../../suppression/suppression.repository.ts';
import { noteFacts } from '../invitation-journal.ts';
import type { Fact } from '../invitation.ts';

interface Row {
  invitation: string;
  status: 'delivered' | 'failed';
  reason: string | null;
  address_at_fault: boolean;
  opted_out: boolean;
  complained: boolean;
  at: Date;
  channel: Channel;
  address: string;
}

/** Those whose message is known by now, oldest first; they are gone once this transaction commits. */
const TAKE = `
  WITH known AS (
    SELECT r.id, coalesce(r.invitation, s.invitation) AS invitation
    FROM delivery_receipt r LEFT JOIN sent_message s ON s.provider = r.provider AND s.provider_id = r.provider_id
    WHERE coalesce(r.invitation, s.invitation) IS NOT NULL ORDER BY r.id LIMIT $1 FOR UPDATE OF r SKIP LOCKED
  ), taken AS (DELETE FROM delivery_receipt r USING known k WHERE r.id = k.id RETURNING r.*, k.invitation AS of)
  SELECT i.id AS invitation, t.status, t.reason, t.address_at_fault, t.opted_out, t.complained, t.at, coalesce(t.channel, i.channel) AS channel,
    CASE WHEN t.channel IS NULL OR t.channel = i.channel THEN i.address ELSE coalesce(e.address, '') END AS address
  FROM taken t JOIN invitation i ON i.id = t.of
  LEFT JOIN LATERAL (
    SELECT one.value ->> 'address' AS address FROM jsonb_array_elements(i.follow_up -> 'earlier') WITH ORDINALITY AS one (value, place)
    WHERE one.value ->> 'channel' = t.channel ORDER BY one.place DESC LIMIT 1
  ) e ON true ORDER BY t.id`;
/** Receipts of messages that we do not know, and what providers called messages: nobody asks any more. */
const FORGET = [
  "DELETE FROM delivery_receipt WHERE id IN (SELECT id FROM delivery_receipt WHERE at < $1::timestamptz - interval '7 days' LIMIT 1000)",
  "DELETE FROM sent_message WHERE (provider, provider_id) IN (SELECT provider, provider_id FROM sent_message WHERE at < $1::timestamptz - interval '30 days' LIMIT 1000)",
  "DELETE FROM incoming_text WHERE (provider, provider_id) IN (SELECT provider, provider_id FROM incoming_text WHERE at < $1::timestamptz - interval '30 days' LIMIT 1000)",
];

/** Notes what providers have said of messages that are known. @returns how many receipts, the same whoever asks first. */
export function applyReceipts(outbox: Outbox, now: Date, limit: number): Promise<number> {
  return outbox.transaction(async (tx) => {
    const rows: Row[] = await tx.query(TAKE, [limit]);
    if (rows.length === 0) return 0;
    await suppress(tx, rows.flatMap(suppressionOf), now);
    await noteFacts(tx, outbox, rows.map((row) => ({ invitation: row.invitation, fact: factOf(row) })), now);
    return rows.length;
  });
}

export async function forgetReceipts(db: Pick<EntityManager, 'query'>, now: Date): Promise<void> {
  for (const statement of FORGET) await db.query(statement, [now]);
}

/** A server that took a mail may find later that it cannot deliver it; what arrived on a phone has arrived. */
const factOf = ({ status, reason, at, channel }: Row): Fact =>
  status === 'delivered' ? { type: 'delivered', at, channel } : { type: 'refused', at, channel, reason: reason ?? 'the provider could not deliver it', ...(channel === 'email' && { returned: true as const }) };

function suppressionOf({ channel, address, address_at_fault, opted_out, complained, reason }: Row): Suppress[] {
  if (address === '' || (!address_at_fault && !opted_out && !complained)) return [];
  return [{ channel, address: addressKey(address), reason: complained ? 'complained' : opted_out ? 'opted-out' : 'bounced', ...(reason === null ? {} : { detail: reason }) }];
}
