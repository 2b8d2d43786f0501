import type { EntityManager } from 'typeorm';
import type { SuppressionReason } from '../decision/choose-channel.ts';
import type { ChannelAddress, SuppressionOf } from '../decision/decision-state.ts';

export interface Suppress extends ChannelAddress {
  reason: SuppressionReason;
  detail?: string;
}
type Queries = Pick<EntityManager, 'query'>;

const FIND = `
  SELECT s.channel, s.address, s.reason, s.since FROM unnest($1::text[], $2::text[]) AS a(channel, address)
  JOIN suppression s ON s.channel = a.channel AND s.address = a.address`;
/** What a person said outweighs what a server said: a bounce never replaces an opt-out. */
const ADD = `
  INSERT INTO suppression (channel, address, reason, detail, since)
  SELECT DISTINCT ON (r.channel, r.address) r.channel, r.address, r.reason, r.detail, $2::timestamptz
  FROM jsonb_to_recordset($1::jsonb) AS r(channel text, address text, reason text, detail text) ORDER BY r.channel, r.address, r.reason = 'bounced'
  ON CONFLICT (channel, address) DO UPDATE SET reason = excluded.reason, detail = excluded.detail, since = excluded.since
  WHERE suppression.reason = 'bounced' AND excluded.reason <> 'bounced'`;

const keyOf = ({ channel, address }: ChannelAddress): string => `${channel} ${address}`;

/** Looks up many addresses at once. */
export async function suppressionsOf(db: Queries, addresses: readonly ChannelAddress[]): Promise<SuppressionOf> {
  if (addresses.length === 0) return () => undefined;
  const rows: (ChannelAddress & { reason: SuppressionReason; since: Date })[] = await db.query(FIND, [addresses.map((one) => one.channel), addresses.map((one) => one.address)]);
  const found = new Map(rows.map((row) => [keyOf(row), row]));
  return (address, at) => {
    const row = found.get(keyOf(address));
    return row && (at === undefined || row.since <= at) ? row.reason : undefined;
  };
}

/** Addresses in the form of `addressKey`. Adding one again changes nothing. */
export async function suppress(db: Queries, suppressions: readonly Suppress[], now: Date): Promise<void> {
  if (suppressions.length > 0) await db.query(ADD, [JSON.stringify(suppressions), now]);
}
