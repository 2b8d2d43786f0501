import { Problem } from '@candor/http';
import { z } from 'zod';
import { isSignedByTwilio } from '../../twilio/signature.ts';
import { CALLBACK_PATH, invitationOf } from '../call-link.ts';
import type { VoiceSettings } from '../voice-settings.ts';

/** What every callback about a call carries; what else there is is looked at where it is used. */
const fields = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const callId = z.string().regex(/^[A-Za-z0-9-]{1,64}$/, 'must name the call');

export interface SignedCall {
  invitation: string;
  /** What the provider calls this call. */
  providerId: string;
  /** Of a field that comes several times, the first. */
  field(name: string): string | undefined;
}

/**
 * What a provider has posted about one of our calls.
 * @param url as it was called, without the host
 * @throws Problem 403 if it is not signed for exactly this, 400 if it names no call
 */
export function signedCall(settings: VoiceSettings, url: string, body: unknown, signature: string | undefined): SignedCall {
  const form = fields.safeParse(body ?? {});
  if (!form.success) throw malformed('body', 'must be a form');
  const { authToken } = settings.twilio;
  if (!isSignedByTwilio(authToken, settings.publicUrl + url, form.data, signature)) throw forbidden('CALLBACK.UNSIGNED', 'It does not carry the signature of the provider that was asked to call');
  const invitation = invitationOf(new RegExp(`^${CALLBACK_PATH}/([^/?]*)`).exec(url)?.[1] ?? '', authToken);
  if (invitation === undefined) throw forbidden('CALLBACK.UNKNOWN', 'It is about no call of ours');
  const field = (name: string): string | undefined => [form.data[name] ?? []].flat()[0];
  const providerId = callId.safeParse(field('CallSid'));
  if (!providerId.success) throw malformed('CallSid', 'must name the call');
  return { invitation, providerId: providerId.data, field };
}

export const forbidden = (code: string, detail: string): Problem => new Problem({ status: 403, code, title: 'This is not taken', detail });
export const malformed = (field: string, message: string): Problem =>
  new Problem({ status: 400, code: 'CALLBACK.MALFORMED', title: 'This is not what was agreed', detail: `${field} ${message}`, errors: [{ field, message }] });
