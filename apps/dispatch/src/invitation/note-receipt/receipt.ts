import type { Channel } from '@candor/contracts';
import type { EntityManager } from 'typeorm';

/** What a provider says of a message that it has taken. */
export interface Receipt {
  /** Name of the provider. */
  provider: string;
  /** What it calls the message. */
  providerId: string;
  /** Of the message. */
  channel: Channel;
  /** Where the receipt itself says it, by what we had told the provider; else it is found by `providerId`. */
  invitation?: string;
  status: 'delivered' | 'failed';
  /** For `failed`. */
  reason?: string;
  /** Nothing that is sent to this address will arrive. */
  addressAtFault?: boolean;
  /** The owner of the address has told the provider to stop. */
  optedOut?: boolean;
  /** Its recipient calls the message spam. */
  complained?: boolean;
}

const ADD = `
  INSERT INTO delivery_receipt (provider, provider_id, channel, invitation, status, reason, address_at_fault, opted_out, complained, at)
  SELECT r.provider, r."providerId", r.channel, r.invitation, r.status, r.reason, coalesce(r."addressAtFault", false), coalesce(r."optedOut", false), coalesce(r.complained, false), $2
  FROM jsonb_to_recordset($1::jsonb) AS r(provider text, "providerId" text, channel text, invitation uuid, status text, reason text, "addressAtFault" boolean, "optedOut" boolean, complained boolean)`;

/** Keeps receipts until they are applied: one may come before its message was noted, and is not lost for it. Once this returns, the provider may forget them. */
export async function keepReceipts(db: Pick<EntityManager, 'query'>, receipts: readonly Receipt[], now: Date): Promise<void> {
  if (receipts.length > 0) await db.query(ADD, [JSON.stringify(receipts), now]);
}
