import type { Channel } from '@candor/contracts';
import type { EntityManager } from 'typeorm';

/** What a provider calls a message of ours: its receipts, and what comes back, find the invitation by it. */
export interface SentMessage {
  /** Name of the provider. */
  provider: string;
  providerId: string;
  invitation: string;
  channel: Channel;
  at: Date;
}

/** A provider that uses an id again means its latest message. */
const ADD = `
  INSERT INTO sent_message (provider, provider_id, invitation, channel, at)
  SELECT DISTINCT ON (r.provider, r."providerId") r.provider, r."providerId", r.invitation, r.channel, r.at
  FROM jsonb_to_recordset($1::jsonb) AS r(provider text, "providerId" text, invitation uuid, channel text, at timestamptz)
  ORDER BY r.provider, r."providerId"
  ON CONFLICT (provider, provider_id) DO UPDATE SET invitation = excluded.invitation, channel = excluded.channel, at = excluded.at`;

export async function noteSentMessages(tx: EntityManager, messages: readonly SentMessage[]): Promise<void> {
  if (messages.length > 0) await tx.query(ADD, [JSON.stringify(messages)]);
}
