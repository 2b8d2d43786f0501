import type { Config } from '../../config.ts';
import { CALLBACK_PATH } from './call-link.ts';
import type { Speech } from './prompts.ts';
import type { TalkHours } from './talk-hours.ts';

/** Everything that calls need, where they are set up. */
export interface VoiceSettings {
  twilio: { url: string; accountSid: string; authToken: string };
  /** E.164; what the called see. */
  from: string;
  /** Calls per second and instance. */
  rate: number;
  /** The gateway's, without a slash at its end. */
  publicUrl: string;
  /** Number of those who talk to detractors; null: nobody does. */
  talkTo: string | null;
  talkHours: TalkHours;
  transcribe: boolean;
  speech: Speech;
}

/** @returns undefined where there is no account, or no number to call from */
export function voiceSettings(config: Config): VoiceSettings | undefined {
  const { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, VOICE_FROM } = config;
  if (!TWILIO_ACCOUNT_SID || !TWILIO_AUTH_TOKEN || !VOICE_FROM) return undefined;
  return {
    twilio: { url: config.TWILIO_URL.replace(/\/+$/, ''), accountSid: TWILIO_ACCOUNT_SID, authToken: TWILIO_AUTH_TOKEN },
    from: VOICE_FROM, rate: config.VOICE_RATE, publicUrl: config.PUBLIC_URL.replace(/\/+$/, ''), talkTo: config.VOICE_TALK_TO ?? null,
    talkHours: config.VOICE_TALK_HOURS, transcribe: config.VOICE_TRANSCRIBE,
    speech: { recordedAt: config.VOICE_PROMPTS_URL ?? null, recorded: new Set(config.VOICE_PROMPTS_LANGUAGES), voices: config.VOICE_VOICES },
  };
}

/** Where everything about one call is posted. */
export const callUrl = ({ publicUrl }: Pick<VoiceSettings, 'publicUrl'>, token: string, what: string): string => `${publicUrl}${CALLBACK_PATH}/${token}/${what}`;
