import type { Config } from '../../config.ts';
import { SmppCarrier } from './smpp/smpp.carrier.ts';
import { SmsProvider, type Carrier } from './sms.provider.ts';
import { TwilioCarrier } from './twilio/twilio.carrier.ts';

/** A carrier that is set up has a line here. */
const CARRIERS: Readonly<Record<Config['SMS_PROVIDERS'][number], (config: Config) => Carrier | undefined>> = {
  smpp: ({ SMPP_URL, SMPP_FROM, SMS_FROM }) => SMPP_URL && (SMPP_FROM ?? SMS_FROM) ? new SmppCarrier({ url: SMPP_URL, senders: (SMPP_FROM ?? SMS_FROM)! }) : undefined,
  twilio: ({ TWILIO_URL, TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, SMS_FROM, PUBLIC_URL }) => TWILIO_ACCOUNT_SID && TWILIO_AUTH_TOKEN && SMS_FROM
    ? new TwilioCarrier({ url: TWILIO_URL.replace(/\/+$/, ''), accountSid: TWILIO_ACCOUNT_SID, authToken: TWILIO_AUTH_TOKEN, senders: SMS_FROM, publicUrl: PUBLIC_URL }) : undefined,
};

/** Who carries text messages, in the order in which they are used. */
export function openSms(config: Config): SmsProvider[] {
  return config.SMS_PROVIDERS.flatMap((name) => CARRIERS[name](config) ?? []).map((carrier) => new SmsProvider(carrier, config.PUBLIC_URL, config.SMS_RATE));
}
