import { join } from 'node:path';
import { createLogger } from '@candor/observability';
import type { SandboxConfig } from './config.ts';
import { Demo } from './demo/demo.ts';
import { demoRoutes } from './demo/routes.ts';
import { Faults } from './faults/faults.ts';
import { faultRoutes } from './faults/routes.ts';
import { MailSpool } from './mail/mail-spool.ts';
import { Mailbox } from './mail/mailbox.ts';
import { Returns } from './mail/returns/returns.ts';
import { mailRoutes } from './mail/routes.ts';
import { SmtpSink } from './mail/smtp-sink.ts';
import { LivePages } from './page/live.ts';
import { pageRoutes } from './page/routes.ts';
import { createWeb } from './server.ts';
import { SmsExchange } from './sms/exchange.ts';
import { smsRoutes } from './sms/routes.ts';
import { SmppOperator } from './sms/smpp/operator.ts';
import { Texts } from './sms/texts.ts';
import { TwilioMessages } from './sms/twilio-messages.ts';
import { TwilioDoor } from './twilio/door.ts';
import { Webhooks } from './twilio/webhooks.ts';
import { Calls } from './voice/calls.ts';
import { Recordings } from './voice/recordings.ts';
import { voiceRoutes } from './voice/routes.ts';
import { TwilioCalls } from './voice/twilio-calls.ts';

export interface Sandbox {
  readonly url: string;
  readonly smtpPort: number;
  readonly smppPort: number;
  close(): Promise<void>;
}

/** Starts the outside world: mail server, mailbox, identity provider and, with a key, the people and customers of the demonstration. */
export async function startSandbox(config: SandboxConfig): Promise<Sandbox> {
  const logger = createLogger('sandbox', config.LOG_LEVEL);
  const mailbox = new Mailbox(config.SANDBOX_HOME === undefined ? undefined : new MailSpool(join(config.SANDBOX_HOME, 'mail')));
  const faults = new Faults();
  const sink = new SmtpSink(mailbox, faults, config.HOST, config.SMTP_PORT);
  const texts = new Texts();
  const exchange = new SmsExchange(texts, config.SMS_FROM);
  const operator = new SmppOperator({ host: config.HOST, port: config.SMPP_PORT, systemId: config.SMPP_SYSTEM_ID, password: config.SMPP_PASSWORD }, exchange, faults);
  const settled = (): Promise<unknown> => Promise.all([sink.settle(), operator.settle()]);
  await settled();

  const web = await createWeb(config, logger);
  web.get('/health/live', () => ({ status: 'ok' }));
  web.get('/health/ready', () => ({ status: 'ok' }));
  const returns = new Returns(config.BOUNCE_URL, mailbox, logger);
  mailRoutes(web, mailbox, texts, returns);
  smsRoutes(web, texts, exchange);
  faultRoutes(web, faults, settled);
  const account = { sid: config.TWILIO_ACCOUNT_SID, token: config.TWILIO_AUTH_TOKEN };
  const webhooks = new Webhooks({ accountSid: account.sid, authToken: account.token, publicUrl: config.PUBLIC_URL, gatewayUrl: config.GATEWAY_URL }, logger);
  const door = new TwilioDoor(web, account, faults);
  const calls = new Calls();
  const recordings = new Recordings();
  voiceRoutes(web, calls, recordings);
  new TwilioCalls(calls, recordings, webhooks, config.VOICE_PACE).mount(door);
  new TwilioMessages(exchange, webhooks, `${config.PUBLIC_URL}/v1/callbacks/twilio/sms`).mount(door);
  pageRoutes(web);
  const pages = new LivePages();
  pages.mount(web);
  mailbox.onDelivery(() => pages.changed('mail'));
  texts.onChange(({ number }) => pages.changed(`sms ${number}`));
  calls.onChange(({ request }) => pages.changed(`call ${request.sid}`));
  faults.onChange(() => pages.changed('faults'));
  const demo = new Demo(config, { mailbox, texts, exchange, calls }, logger);
  demoRoutes(web, demo);
  const url = await web.listen({ port: config.PORT, host: config.HOST });
  logger.info({ url, smtpPort: sink.port, smppPort: operator.port }, 'listening');
  demo.start();

  return {
    url,
    smtpPort: sink.port,
    smppPort: operator.port,
    close: async () => {
      await demo.stop();
      returns.close();
      exchange.close();
      calls.close();
      await web.close();
      await Promise.all([sink.close(), operator.close()]);
    },
  };
}
