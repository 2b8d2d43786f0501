import type { GatewayConfig } from '../config.ts';

/** Whatever the gateway passes requests on to. */
export const SERVICES = ['catalog', 'dispatch', 'ingestion', 'scoring', 'alerting', 'reporting'] as const;
export type Service = (typeof SERVICES)[number];
export type Upstream = Service | 'sandbox';

export interface ProxiedRoute {
  /** This path and everything below it. */
  prefix: string;
  upstream: Upstream;
  /** What the service knows the prefix as, if that is something else. */
  rewrite?: string;
  /** Open to anybody, and why; otherwise the caller must be known, and the service decides what they may do. */
  public?: string;
  /** Basic credentials are the caller's and the service's own affair: they are passed on. */
  passesBasic?: true;
}

const RESPONDENT = 'whoever has the link may use it: the token in it is the right';
const to = (upstream: Upstream, ...prefixes: string[]): ProxiedRoute[] => prefixes.map((prefix) => ({ prefix, upstream }));

/** What every service lets operators do to it, under the same name. */
const OPERATIONS = ['dead-letters', 'consumers', 'streams', 'rebuilds'] as const;

/** The front door: which service answers what. */
export const PROXIED: readonly ProxiedRoute[] = [
  ...to('catalog', '/v1/units', '/v1/touchpoints', '/v1/programmes', '/v1/brands', '/v1/api-keys', '/v1/people'),
  ...to('dispatch', '/v1/interactions', '/v1/decisions', '/v1/exclusions', '/v1/recordings', '/v1/messages', '/v1/customers', '/v1/imports', '/v1/accounts'),
  ...to('ingestion', '/v1/responses', '/v1/corrections'),
  ...to('reporting', '/v1/scores', '/v1/norms', '/v1/official', '/v1/targets', '/v1/signals', '/v1/notes', '/v1/service-levels', '/v1/reports', '/v1/bi-users', '/odata'),
  ...to('alerting', '/v1/cases'),
  ...OPERATIONS.flatMap((what) => SERVICES.map((service): ProxiedRoute => ({ prefix: `/v1/${what}/${service}`, upstream: service, rewrite: `/v1/${what}` }))),
  { prefix: '/v1/callbacks', upstream: 'dispatch', public: 'providers sign what they post, and dispatch checks it', passesBasic: true },
  { prefix: '/u', upstream: 'dispatch', public: RESPONDENT },
  { prefix: '/o', upstream: 'dispatch', public: RESPONDENT },
  { prefix: '/r', upstream: 'ingestion', public: RESPONDENT },
  { prefix: '/sandbox', upstream: 'sandbox', public: 'the outside world, there in development only' },
];

/** Where each of them is; the sandbox only where there is one. */
export function addressesOf(config: GatewayConfig): ReadonlyMap<Upstream, string> {
  const addresses = new Map<Upstream, string>([
    ['catalog', config.CATALOG_URL], ['dispatch', config.DISPATCH_URL], ['ingestion', config.INGESTION_URL],
    ['scoring', config.SCORING_URL], ['alerting', config.ALERTING_URL], ['reporting', config.REPORTING_URL],
  ]);
  if (config.SANDBOX_URL !== undefined) addresses.set('sandbox', config.SANDBOX_URL);
  return addresses;
}
