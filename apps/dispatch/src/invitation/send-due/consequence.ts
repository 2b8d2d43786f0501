import type { SendResult } from '../../channel/channel.port.ts';
import { addressKey } from '../../person/address.ts';
import type { Suppress } from '../../suppression/suppression.repository.ts';
import type { Fact } from '../invitation.ts';
import type { Claimed, PutBack } from './claimed.ts';
import type { Clearance } from './clearance.ts';
import { retryAt } from './retry.ts';
import type { SentMessage } from './sent-message.ts';

/** What happened to a claimed message: it was not let out, or handed to a provider; undefined: it was not reached. */
export type Outcome = Clearance | { kind: 'attempt'; provider: string; result: SendResult } | undefined;

/** What is to be noted of it. */
export interface Consequence {
  fact?: Fact;
  wait?: PutBack;
  suppress?: Suppress[];
  sent?: SentMessage;
}

/** @param resumeAt when something can be sent again; null: now. */
export function consequenceOf(claimed: Claimed, outcome: Outcome, now: Date, resumeAt: Date | null): Consequence {
  const claim = { id: claimed.id, attempts: claimed.attempts };
  switch (outcome?.kind) {
    case undefined: case 'go': return { wait: { ...claim, at: resumeAt ?? now } };
    case 'wait': return { wait: { ...claim, at: outcome.until, why: { code: 'QUIET_HOURS', detail: outcome.reason } } };
    case 'cancel': return { fact: { type: 'cancelled', at: now, reason: outcome.reason, outcome: outcome.outcome, code: outcome.code } };
    case 'attempt': return ofAttempt(claimed, outcome, now, resumeAt);
  }
}

function ofAttempt(claimed: Claimed, { provider, result }: Extract<Outcome, { kind: 'attempt' }>, now: Date, resumeAt: Date | null): Consequence {
  const { id, channel, address, attempts } = claimed;
  const claim = { id, attempts };
  switch (result.kind) {
    case 'accepted':
      return { fact: sent(claimed, now), ...(result.providerId !== undefined && { sent: { provider, providerId: result.providerId, invitation: id, channel, at: now } }) };
    case 'refused': {
      const suppress = (reason: Suppress['reason']): Suppress[] => [{ channel, address: addressKey(address), reason, detail: result.reason }];
      // The owner of the address has said no where we could not hear it.
      if (result.optedOut) return { fact: { type: 'cancelled', at: now, reason: result.reason, outcome: 'opted-out', code: 'OPTED_OUT' }, suppress: suppress('opted-out') };
      return { fact: { type: 'refused', at: now, reason: result.reason }, ...(result.addressAtFault && { suppress: suppress('bounced') }) };
    }
    case 'deferred': return { wait: { ...claim, at: retryAt(attempts, now), why: { code: 'DEFERRED', detail: `will be tried again: ${result.reason}` } } };
    case 'throttled': return { wait: { ...claim, at: resumeAt ?? now, untaken: true, why: { code: 'THROTTLED', detail: `the provider asks for time: ${result.reason}` } } };
    case 'unavailable': {
      const why = { code: 'PROVIDER_DOWN', detail: `nothing can be sent by ${channel} at the moment: ${result.reason}` };
      return { wait: { ...claim, at: resumeAt ?? new Date(now.getTime() + 1000), why, ...(result.perhapsTaken && { perhapsTaken: true as const }) } };
    }
  }
}

const sent = ({ attempts: attempt, repeats }: Claimed, at: Date): Fact =>
  repeats > 0 ? { type: 'sent', at, attempt, reason: 'sent again: an earlier attempt ended without being noted, so it may have arrived more than once' } : { type: 'sent', at, attempt };
