import { metrics } from '@candor/observability';
import type { DataSource } from 'typeorm';
import { askAboutCall } from '../twilio/call-status.ts';
import type { TakeCall } from '../take-call/take-call.ts';
import type { VoiceSettings } from '../voice-settings.ts';

const asked = metrics.counter('candor_calls_asked_total', 'Calls whose end nobody told us, asked about', ['result']);
const TURN = 20;
/** A survey takes three minutes at most; the rest is ringing, and crossing messages. */
const OVERDUE_MS = 10 * 60_000;
/** Between two times that the same call is asked about. */
const PAUSE_MS = 60_000;
/** After which we no longer ask: the provider would not know. */
const LONGEST_MS = 24 * 3600_000;

const OVERDUE = `
  SELECT s.provider_id AS "providerId", s.invitation FROM sent_message s LEFT JOIN call c ON c.provider_id = s.provider_id
  WHERE s.channel = 'voice' AND s.at > $1 AND s.at <= $2 AND (c.stage IS NULL OR c.stage <> 'over') ORDER BY s.at LIMIT $3`;

/** Callbacks get lost while our door is shut. Whoever was called then is not forgotten: the provider is asked. */
export class AskAboutCalls {
  #askedAt = 0;

  constructor(private readonly dataSource: DataSource, private readonly settings: VoiceSettings, private readonly calls: TakeCall) {}

  /** @returns how many it asked about. */
  async turn(now = new Date()): Promise<{ done: number; more: boolean }> {
    if (now.getTime() - this.#askedAt < PAUSE_MS) return { done: 0, more: false };
    this.#askedAt = now.getTime();
    const overdue: { providerId: string; invitation: string }[] = await this.dataSource.query(OVERDUE, [new Date(now.getTime() - LONGEST_MS), new Date(now.getTime() - OVERDUE_MS), TURN]);
    for (const ref of overdue) {
      const answer = await askAboutCall(this.settings.twilio, ref.providerId);
      asked.inc({ result: answer.kind });
      if (answer.kind === 'news') await this.calls.hear(ref, answer.news, now);
    }
    return { done: overdue.length, more: false };
  }
}
