import { visitStarted } from '@candor/contracts';
import { outgoing, Outbox, type Outgoing } from '@candor/messaging';
import { Injectable } from '@nestjs/common';
import { tokenHashOf } from '../token.ts';

const START = 'UPDATE link SET started_at = $2 WHERE token_hash = $1 AND started_at IS NULL AND expires_at > $2 RETURNING invitation';

/** Notes, and tells once, that a person has begun to use the page of an invitation. It is a sign and no more: a link that is not known yet is passed over. */
@Injectable()
export class NoteStart {
  constructor(private readonly outbox: Outbox) {}

  async note(token: string, now: Date): Promise<void> {
    const tokenHash = tokenHashOf(token);
    if (tokenHash === undefined) return;
    await this.outbox.transaction(async (tx) => {
      const [[started]]: [{ invitation: string }[], number] = await tx.query(START, [tokenHash, now]);
      if (started) await this.outbox.append(tx, [outgoing(visitStarted, { invitation: started.invitation, at: now.toISOString() }) as Outgoing]);
    });
  }
}
