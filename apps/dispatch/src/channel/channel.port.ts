import type { Brand } from '@candor/catalog-copy';
import type { Channel } from '@candor/contracts';
import type { Audience } from './email/words/index.ts';
import type { Inbound } from './sms/sms.provider.ts';

/** One message to one person, as every channel needs it. */
export interface Message {
  /** Id of the invitation; a provider uses it to recognise a message that it has had. */
  invitation: string;
  /** E-mail address, or number in E.164. */
  address: string;
  token: string;
  language: string;
  audience: Audience;
  name: string | null;
  /** Names from the catalogue; `brand` is what the question recommends. */
  brand: string;
  touchpoint: string;
  unit: string;
  occurredAt: Date;
  expiresAt: Date;
  timeZone: string;
  /** How many messages about the same came before; 0, or absent: this is the first. */
  reminder?: number;
  /** How it looks, where that differs from everybody's. */
  look?: Brand;
}

/** What became of a message; a provider never throws. */
export type SendResult =
  /** The other side has taken responsibility for it. `providerId` is what it calls the message, now and in what it tells of it later. */
  | { kind: 'accepted'; providerId?: string }
  /** It will not be taken, ever. `addressAtFault`: nothing sent to this address will be. `optedOut`: its owner has told the provider to stop. */
  | { kind: 'refused'; reason: string; addressAtFault: boolean; optedOut?: true }
  /** Not now, for a reason that lies in this message or its address. */
  | { kind: 'deferred'; reason: string }
  /** We send too fast. The message was not taken; nothing is wrong with it, nor with the provider. */
  | { kind: 'throttled'; reason: string; retryAfterMs?: number }
  /** The provider itself does not work; the message is not at fault. `perhapsTaken`: it broke off when it may have had the message already. */
  | { kind: 'unavailable'; reason: string; perhapsTaken?: true };

/** Somebody who delivers messages of one channel. A new one is a folder beside the others and a line in `channels.ts`. */
export interface Provider {
  readonly channel: Channel;
  /** For logs and metrics. */
  readonly name: string;
  /** How many messages it takes at a time. */
  readonly concurrency: number;
  /** Messages per second and sender; absent: as fast as it goes. */
  readonly rate?: number;
  /** Whom a message to this address comes from, where there are several; each has its own pace. */
  senderOf?(address: string): string;
  send(message: Message): Promise<SendResult>;
  /** What is said in a conversation, where the channel has them. */
  sendText?(address: string, text: string): Promise<SendResult>;
  /** Begins to hear what comes in on a connection of its own, where it has one. */
  listen?(inbound: Inbound): void;
  close(): Promise<void>;
}
