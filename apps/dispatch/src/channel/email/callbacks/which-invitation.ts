import { z } from 'zod';
import { readReturnAddress } from '../return/return-address.ts';

const uuid = z.uuid();

/** What the provider gives back of what we gave it with the mail. Whose signature it carries has been checked, so none of these is a secret. */
export interface Clues {
  /** Our own field. */
  tag?: unknown;
  /** Envelope sender. */
  sender?: unknown;
  /** `<invitation@domain>`, of a reminder `<invitation.1@domain>`. */
  messageId?: unknown;
}

/** Which invitation a mail was about; undefined: no mail of ours. */
export function whichInvitation({ tag, sender, messageId }: Clues): string | undefined {
  const local = typeof messageId === 'string' ? /^\s*<?([^@<>.]+)(?:\.\d+)?@/.exec(messageId)?.[1] : undefined;
  const candidates = [tag, typeof sender === 'string' ? readReturnAddress(sender)?.invitation : undefined, local];
  return candidates.map((candidate) => uuid.safeParse(candidate)).find(({ success }) => success)?.data?.toLowerCase();
}
