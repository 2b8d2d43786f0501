import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { caseClaimed, caseViewed, invitationIssued, type DataOf } from '@candor/contracts';
import type { Ingestion } from './start-ingestion.ts';

type Invitation = DataOf<typeof invitationIssued>;

/** An invitation as dispatch issues it. @returns its token, before ingestion needs to have heard of it */
export async function invite({ neighbours }: Ingestion, over: Partial<Invitation> = {}): Promise<{ token: string; invitation: Invitation }> {
  const token = randomBytes(16).toString('base64url');
  const now = Date.now();
  const invitation: Invitation = {
    ...invitationIssued.sample, id: randomUUID(), tokenHash: createHash('sha256').update(token).digest('hex'), person: randomUUID(), language: 'en',
    occurredAt: new Date(now - 3_600_000).toISOString(), issuedAt: new Date(now).toISOString(), expiresAt: new Date(now + 86_400_000).toISOString(), ...over,
  };
  await neighbours.publish(invitationIssued, invitation);
  return { token, invitation };
}

/** Staff open the task that followed an answer, or take it. */
export async function staffSee({ neighbours }: Ingestion, response: string, how: 'viewed' | 'claimed' = 'viewed'): Promise<void> {
  const event = how === 'viewed' ? caseViewed : caseClaimed;
  await neighbours.publish(event, { ...event.sample, id: randomUUID(), response, at: new Date().toISOString() });
}
