import { replyReceived } from '@candor/contracts';
import { outgoing, type Outbox, type Outgoing } from '@candor/messaging';
import { metrics } from '@candor/observability';
import type { DataSource } from 'typeorm';
import type { TwilioRecordings } from '../twilio/recordings.ts';
import { claimRecordings, forgetUnclaimed, putOffRecording, storeRecording, type DueRecording } from './recording.repository.ts';

const fetched = metrics.counter('candor_recordings_total', 'Attempts to fetch a spoken reason from the provider', ['result']);
const TURN = 10;
const LEASE_MS = 60_000;
const HOUR_MS = 3600_000;
/** A recording that belongs to no answer by then never will. */
const UNCLAIMED_MS = 7 * 24 * HOUR_MS;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30 * 60_000;
/** With half an hour between the later ones that is about a day. */
const MOST_ATTEMPTS = 55;

/** Brings recordings here as soon as they are told of, since the provider's links expire, and tells of each once it can be heard. */
export class FetchRecordings {
  #sweptAt = 0;

  constructor(private readonly dataSource: DataSource, private readonly outbox: Outbox, private readonly recordings: TwilioRecordings) {}

  /** @returns how many were tried, and whether there may be more to do at once. */
  async turn(now = new Date()): Promise<{ done: number; more: boolean }> {
    const due = await claimRecordings(this.dataSource, now, TURN, new Date(now.getTime() + LEASE_MS));
    for (const one of due) await this.#fetch(one);
    if (now.getTime() - this.#sweptAt > HOUR_MS) {
      await forgetUnclaimed(this.dataSource, new Date(now.getTime() - UNCLAIMED_MS));
      this.#sweptAt = now.getTime();
    }
    return { done: due.length, more: due.length === TURN };
  }

  async #fetch(one: DueRecording): Promise<void> {
    const got = await this.recordings.fetch(one.provider_id);
    const now = new Date();
    fetched.inc({ result: got.kind });
    if (got.kind !== 'here') {
      const givenUp = got.kind === 'gone' || one.attempts >= MOST_ATTEMPTS;
      await putOffRecording(this.dataSource, one.id, givenUp ? null : new Date(now.getTime() + pauseAfter(one.attempts)), got.reason);
      return;
    }
    await this.outbox.transaction(async (tx) => {
      if (!(await storeRecording(tx, one.id, got.audio, got.contentType, now))) return;
      const { id, seconds } = one;
      await this.outbox.append(tx, [outgoing(replyReceived, {
        id: `recording:${id}`, invitation: one.invitation, channel: 'voice', at: one.spoken_at.toISOString(), recording: { id, seconds },
      }) as Outgoing]);
    });
    await this.recordings.forget(one.provider_id);
  }
}

/** It is usually there after a second. */
const pauseAfter = (attempts: number): number => Math.min(FIRST_PAUSE_MS * 2 ** Math.min(attempts - 1, 20), LONGEST_PAUSE_MS);
