import { readConfig } from '../../config.ts';
import { openSms } from './open-sms.ts';

const env = {
  PORT: '0', DATABASE_URL: 'postgres://candor_dispatch:x@127.0.0.1:5432/candor', KAFKA_BROKERS: '127.0.0.1:9092', REDIS_URL: 'redis://127.0.0.1:6379', TOKEN_JWKS: '{"keys":[{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]}', PUBLIC_URL: 'http://localhost:8080',
  SMTP_URL: 'smtp://127.0.0.1:2525', MAIL_FROM: 'ask@candor.example',
};
const account = { TWILIO_ACCOUNT_SID: 'ACtest', TWILIO_AUTH_TOKEN: 'secret' };
const opened = (more: Record<string, string>) => openSms(readConfig({ ...env, ...more })).map(({ name, rate }) => [name, rate]);

it.each<[string, Record<string, string>, [string, number | undefined][]]>([
  ['nobody', {}, []],
  ['nobody, where no sender is named', account, []],
  ['Twilio', { ...account, SMS_FROM: '+972559700100' }, [['twilio', undefined]]],
  ['an operator', { SMPP_URL: 'smpp://candor:secret@127.0.0.1:2775', SMPP_FROM: 'AlonBank', SMS_RATE: '5' }, [['smpp', 5]]],
  ['both, the operator first', { ...account, SMS_FROM: '+972559700100, +972559700101', SMPP_URL: 'smpp://candor:secret@127.0.0.1:2775' }, [['smpp', undefined], ['twilio', undefined]]],
  ['both, in another order', { ...account, SMPP_URL: 'smpp://candor:secret@127.0.0.1:2775', SMS_PROVIDERS: 'twilio, smpp', SMS_FROM: '54321' }, [['twilio', undefined], ['smpp', undefined]]],
])('text messages are carried by %s', (_who, more, providers) => expect(opened(more)).toEqual(providers));

it.each([['SMS_PROVIDERS', 'pigeon'], ['SMS_FROM', 'much too long a name'], ['SMPP_URL', 'http://operator'], ['SMS_RATE', '-1']])('a wrong %s is named, and not quoted', (name, value) => {
  expect(() => readConfig({ ...env, [name]: value })).toThrow(name);
  expect(() => readConfig({ ...env, [name]: value })).not.toThrow(value);
});

it('a number always hears from the same of several senders', () => {
  const [twilio] = openSms(readConfig({ ...env, ...account, SMS_FROM: '+972559700100,+972559700101' }));
  const senders = Array.from({ length: 100 }, (_, n) => twilio!.senderOf(`+9725012300${n}`));
  expect(new Set(senders)).toEqual(new Set(['+972559700100', '+972559700101']));
  expect(twilio!.senderOf('+972501230001')).toBe(senders[1]);
});
