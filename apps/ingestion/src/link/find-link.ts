import { invitationTopic } from '@candor/contracts';
import { unavailable } from '@candor/http';
import { Inbox } from '@candor/messaging';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { LINKS_CONSUMER } from './keep-link-when-invitation-issued/consumer.ts';
import { LinkEntity } from './link.entity.ts';
import { tokenHashOf } from './token.ts';

/** Finds the invitation that a link belongs to. */
@Injectable()
export class FindLink {
  #asking: Promise<boolean> | undefined;
  #asked: Promise<boolean> | undefined;

  constructor(private readonly dataSource: DataSource, private readonly inbox: Inbox) {}

  /**
   * Undefined if no invitation has this token, and all that have been issued until now are known.
   * @throws Problem 503 if that cannot be said within two seconds
   */
  async find(token: string): Promise<LinkEntity | undefined> {
    const tokenHash = tokenHashOf(token);
    if (tokenHash === undefined) return undefined;
    return (await this.#look(tokenHash)) ?? (await this.#lookAfterNews(tokenHash));
  }

  #look(tokenHash: string): Promise<LinkEntity | null> {
    return this.dataSource.getRepository(LinkEntity).findOneBy({ tokenHash });
  }

  async #lookAfterNews(tokenHash: string): Promise<LinkEntity | undefined> {
    const upToDate = await this.#newsOrNot();
    const link = await this.#look(tokenHash);
    if (!link && !upToDate) throw behind();
    return link ?? undefined;
  }

  /** @throws Problem 503 unless all invitations that have been issued until now are known within two seconds */
  async reachNews(): Promise<void> {
    if (!(await this.#newsOrNot())) throw behind();
  }

  #newsOrNot(): Promise<boolean> {
    return this.#news().catch((cause: unknown) => {
      throw behind(cause);
    });
  }

  /**
   * Whether everything that was published before this call has arrived. Guessed tokens must not cost Kafka a question each: those who ask
   * while a question is on its way share the next one.
   */
  #news(): Promise<boolean> {
    this.#asked ??= (this.#asking ?? Promise.resolve()).catch(() => undefined).then(() => {
      this.#asking = this.#asked;
      this.#asked = undefined;
      return this.inbox.caughtUp(invitationTopic, LINKS_CONSUMER);
    });
    return this.#asked;
  }
}

const behind = (cause?: unknown) => unavailable('LINK.BEHIND', 'It cannot be said yet whether this link exists; try again', cause);
