import { newsOf, type CallNews } from '../call-state.ts';
import type { VoiceSettings } from '../voice-settings.ts';
import { basic } from './calls.provider.ts';

const SILENCE_MS = 15_000;

/** What the provider says of a call when it is asked. `goes-on`: it is not over; `unknown`: nothing can be said now. */
export type Asked = { kind: 'news'; news: CallNews } | { kind: 'goes-on' } | { kind: 'unknown'; reason: string };

/** Asks the provider how a call stands. Never throws. */
export async function askAboutCall(twilio: VoiceSettings['twilio'], providerId: string): Promise<Asked> {
  const url = `${twilio.url}/2010-04-01/Accounts/${twilio.accountSid}/Calls/${encodeURIComponent(providerId)}.json`;
  try {
    const answer = await fetch(url, { headers: { authorization: basic(twilio) }, redirect: 'error', signal: AbortSignal.timeout(SILENCE_MS) });
    const body = (await answer.json().catch(() => undefined)) as { status?: unknown; answered_by?: unknown } | undefined;
    // The call was forgotten there: whatever it was, it reached nobody that we know of.
    if (answer.status === 404) return { kind: 'news', news: { type: 'ended', end: 'failed' } };
    if (answer.status !== 200) return { kind: 'unknown', reason: `the provider answered ${answer.status}` };
    const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
    const news = newsOf(text(body?.status), undefined, text(body?.answered_by));
    if (news === null) return { kind: 'unknown', reason: 'the provider named no status that we know' };
    return news === undefined ? { kind: 'goes-on' } : { kind: 'news', news };
  } catch (error) {
    return { kind: 'unknown', reason: `the provider did not answer (${(error as Error).name})` };
  }
}
