import type { Channel } from '@candor/contracts';
import type { Config } from '../config.ts';
import type { Provider } from './channel.port.ts';
import { providerHeaders } from './email/callbacks/provider-headers.ts';
import { brandedMails } from './email/branded-mails.ts';
import { compileMails } from './email/compile.ts';
import { SmtpProvider } from './email/smtp/smtp.provider.ts';
import { Route } from './route.ts';
import { openSms } from './sms/open-sms.ts';
import type { Inbound } from './sms/sms.provider.ts';
import { TwilioCalls } from './voice/twilio/calls.provider.ts';
import { voiceSettings } from './voice/voice-settings.ts';

/** Who sends on which channel. A channel without a provider is reported as such by every decision that would have used it. */
export class Channels {
  readonly #providers: readonly Provider[];
  readonly #routes: ReadonlyMap<Channel, Route>;
  readonly available: ReadonlySet<Channel>;

  /** @param providers of one channel in the order in which they are used */
  constructor(providers: readonly Provider[]) {
    this.#providers = providers;
    this.#routes = new Map([...Map.groupBy(providers, ({ channel }) => channel)].map(([channel, those]) => [channel, new Route(those)]));
    this.available = new Set(this.#routes.keys());
  }

  routes(): Route[] {
    return [...this.#routes.values()];
  }

  routeOf(channel: Channel): Route | undefined {
    return this.#routes.get(channel);
  }

  /** The provider that is used first. */
  firstOf(channel: Channel): Provider | undefined {
    return this.#providers.find((provider) => provider.channel === channel);
  }

  /** Providers that hear on connections of their own begin to. */
  listen(inbound: Inbound): void {
    for (const provider of this.#providers) provider.listen?.(inbound);
  }

  async close(): Promise<void> {
    await Promise.all(this.#providers.map((provider) => provider.close()));
  }
}

/** The providers that are set up. */
export async function openChannels(config: Config): Promise<Channels> {
  const { DKIM_DOMAIN, DKIM_SELECTOR, DKIM_PRIVATE_KEY } = config;
  const dkim = DKIM_DOMAIN && DKIM_SELECTOR && DKIM_PRIVATE_KEY ? { domainName: DKIM_DOMAIN, keySelector: DKIM_SELECTOR, privateKey: DKIM_PRIVATE_KEY } : undefined;
  const smtp = {
    url: config.SMTP_URL, from: config.MAIL_FROM, bounceDomain: config.MAIL_BOUNCE_DOMAIN ?? config.MAIL_FROM.slice(config.MAIL_FROM.lastIndexOf('@') + 1),
    publicUrl: config.PUBLIC_URL, connections: config.SMTP_CONNECTIONS, rate: config.SMTP_RATE, dkim, tags: providerHeaders(config),
  };
  const voice = voiceSettings(config);
  return new Channels([new SmtpProvider(smtp, brandedMails(await compileMails())), ...openSms(config), ...(voice ? [new TwilioCalls(voice)] : [])]);
}
