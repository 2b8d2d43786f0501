import { join } from 'node:path';
import { createLogger } from '@candor/observability';
import type { SandboxConfig } from './config.ts';
import { Demo } from './demo/demo.ts';
import { Faults } from './faults/faults.ts';
import { faultRoutes } from './faults/routes.ts';
import { MailSpool } from './mail/mail-spool.ts';
import { Mailbox } from './mail/mailbox.ts';
import { mailRoutes } from './mail/routes.ts';
import { SmtpSink } from './mail/smtp-sink.ts';
import { pageRoutes } from './page/routes.ts';
import { createWeb } from './server.ts';

export interface Sandbox {
  readonly url: string;
  readonly smtpPort: number;
  close(): Promise<void>;
}

/** Starts the outside world: mail server, mailbox, identity provider and, with a key, the people and customers of the demonstration. */
export async function startSandbox(config: SandboxConfig): Promise<Sandbox> {
  const logger = createLogger('sandbox', config.LOG_LEVEL);
  const mailbox = new Mailbox(config.SANDBOX_HOME === undefined ? undefined : new MailSpool(join(config.SANDBOX_HOME, 'mail')));
  const faults = new Faults();
  const sink = new SmtpSink(mailbox, faults, config.HOST, config.SMTP_PORT);
  await sink.settle();

  const web = await createWeb(config, logger);
  web.get('/health/live', () => ({ status: 'ok' }));
  web.get('/health/ready', () => ({ status: 'ok' }));
  mailRoutes(web, mailbox);
  faultRoutes(web, faults, () => sink.settle());
  pageRoutes(web);
  const demo = new Demo(config, mailbox, logger);
  web.get('/sandbox/demo', () => demo.status());
  const url = await web.listen({ port: config.PORT, host: config.HOST });
  logger.info({ url, smtpPort: sink.port }, 'listening');
  demo.start();

  return {
    url,
    smtpPort: sink.port,
    close: async () => {
      await demo.stop();
      await web.close();
      await sink.close();
    },
  };
}
