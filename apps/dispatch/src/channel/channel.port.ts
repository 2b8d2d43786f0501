import type { Channel } from '@candor/contracts';
import type { Audience } from './email/words/index.ts';

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
  /** Names from the catalogue. */
  brand: string;
  touchpoint: string;
  unit: string;
  occurredAt: Date;
  expiresAt: Date;
  timeZone: string;
}

/** What became of a message; a provider never throws. */
export type SendResult =
  /** The other side has taken responsibility for it. */
  | { kind: 'accepted' }
  /** It will not be taken, ever. `addressAtFault`: nothing sent to this address will be. */
  | { kind: 'refused'; reason: string; addressAtFault: boolean }
  /** Not now, for a reason that lies in this message or its address. */
  | { kind: 'deferred'; reason: string }
  /** The provider itself does not work; the message is not at fault. */
  | { kind: 'unavailable'; reason: string };

/** Somebody who delivers messages of one channel. A new one is a folder beside the others and a line in `channels.ts`. */
export interface Provider {
  readonly channel: Channel;
  /** For logs and metrics. */
  readonly name: string;
  /** How many messages it takes at a time. */
  readonly concurrency: number;
  send(message: Message): Promise<SendResult>;
  close(): Promise<void>;
}
