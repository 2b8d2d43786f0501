import type { Channel, Outcome } from '@candor/contracts';

/** What became of one interaction, from `GET /v1/decisions`. */
export interface Decision {
  readonly source: string;
  readonly id: string;
  /** Null once the customer was erased. */
  readonly customer: string | null;
  readonly outcome: Outcome;
  readonly reason: string;
  /** For programs; stable. */
  readonly reasonCode: string;
  readonly programme: string;
  readonly policyVersion: number;
  readonly channel?: Channel;
  readonly touchpoint: string;
  readonly unit: string;
  /** The id of the person who served. */
  readonly servedBy?: string;
  readonly occurredAt: string;
  readonly acceptedAt: string;
  /** When it came to stand as it does. */
  readonly at: string;
  /** Of a pending one: when it is looked at next. */
  readonly dueAt?: string;
  readonly invitation?: Invitation;
}

export interface Invitation {
  readonly id: string;
  readonly status: string;
  readonly attempts: number;
  readonly sentAt?: string;
  /** When a provider said that a message had arrived. */
  readonly deliveredAt?: string;
  /** Indicative: mail programs open for everybody. */
  readonly openedAt?: string;
  /** When a person first did something on the page. */
  readonly startedAt?: string;
  /** When it is looked whether a reminder is due. */
  readonly remindAt?: string;
  /** Absent where the programme is anonymous: who answered is not told. */
  readonly answered?: boolean;
  /** The message that won the answer: 0 is the first. Absent where it is not known. */
  readonly answeredThrough?: { readonly message: number; readonly channel: Channel };
  readonly lastError?: string;
  /** Of programmes with reminders: every message with the same link, the first one first. */
  readonly messages?: readonly Message[];
}

export interface Message {
  readonly kind: 'first' | 'reminder';
  readonly channel: string;
  readonly sentAt?: string;
  readonly fate: 'waiting' | 'sent' | 'delivered' | 'bounced' | 'unreached' | 'cancelled';
  readonly reason?: string;
  /** It won the answer. */
  readonly answered?: true;
}

/** Whether a message is out and not known to have come back: while a reminder waits to be sent, what was sent before it counts. */
export const isDelivered = ({ status, messages }: Pick<Invitation, 'status' | 'messages'>): boolean =>
  status === 'sent' || (status === 'issued' && (messages?.some(({ fate }) => fate === 'sent' || fate === 'delivered') ?? false));

/** What the ledger adds in its own words to the reason; null where that is only the time and channel, which stand beside it for people to read. */
export const furtherReason = ({ outcome, reasonCode, reason }: Pick<Decision, 'outcome' | 'reasonCode' | 'reason'>): string | null => (outcome === 'pending' || reasonCode === 'INVITED' ? null : reason);

/** What names the journey of an interaction in an address. */
export const journeySearch = ({ source, id }: Pick<Decision, 'source' | 'id'>): { source: string; id: string } => ({ source, id });

export interface Step {
  readonly name: 'occurred' | 'accepted' | 'decided' | 'due' | 'sent' | 'answered';
  /** Absent where it is known to have happened, but not when. */
  readonly at?: string;
}

/** The way of an interaction so far: event, decision, message, answer. */
export function journeyOf({ occurredAt, acceptedAt, at, outcome, dueAt, invitation }: Decision): Step[] {
  return [
    { name: 'occurred', at: occurredAt },
    { name: 'accepted', at: acceptedAt },
    ...(outcome === 'pending' ? (dueAt === undefined ? [] : [{ name: 'due', at: dueAt } as const]) : [{ name: 'decided', at } as const]),
    ...(invitation?.sentAt === undefined ? [] : [{ name: 'sent', at: invitation.sentAt } as const]),
    ...(invitation?.answered ? [{ name: 'answered' } as const] : []),
  ];
}
