import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { endTools, HomeLock, RemedyError, startStack } from '../../libs/stack/src/index.ts';
import type { Stack } from '../../libs/stack/src/index.ts';
import { build } from './build.ts';
import type { Settings } from './config.ts';
import { untilDemonstrated } from './demonstration.ts';
import { endLeftServices } from './leftovers.ts';
import { choosePorts } from './ports.ts';
import { say, seconds, step } from './progress.ts';
import { keptSecrets } from './secrets.ts';
import type { Secrets } from './secrets.ts';
import { watchServers } from './server-watch.ts';
import { HOPELESS_FALLS, ServiceProcess } from './service-process.ts';
import { entryPoint, environment, ROLE_MAKER, SERVICES, WITH_DATABASE } from './services.ts';
import type { Surroundings } from './services.ts';

const READY_WITHIN_MS = 120_000;

/** The running platform: its servers, its services, and the way to end both. */
export class Platform {
  private readonly settings: Settings;
  private readonly lock: HomeLock;
  private stack: Stack | null = null;
  private services: ServiceProcess[] = [];
  private readonly stopping = new AbortController();

  constructor(settings: Settings) {
    this.settings = settings;
    this.lock = new HomeLock(settings.home);
  }

  /** Brings everything up. @returns the API key. @throws RemedyError with one line that says what to do. */
  async start(): Promise<string> {
    const { home, root, env } = this.settings;
    this.lock.take();
    mkdirSync(join(home, 'log'), { recursive: true });
    await endLeftServices(home, say);
    const ports = await choosePorts(this.settings);
    const bringUp = startStack({ home, root, env, report: say });
    const built = step('Build', () => build(root, home));
    const [stack] = await this.both(bringUp, built);
    const { secrets, databases } = await step('Databases and topics', () => this.provision(stack));
    this.throwIfStopping();
    const surroundings: Surroundings = { settings: this.settings, addresses: stack, secrets, databases, ports };
    await this.startServices(surroundings);
    await untilDemonstrated(`http://127.0.0.1:${ports.sandbox}`, this.stopping.signal);
    this.throwIfStopping();
    void watchServers(stack, this.stopping.signal, say);
    return this.settings.apiKey ?? secrets.apiKey;
  }

  /** Waits for both, also if one fails, so that what the other started can be ended. */
  private async both(bringUp: Promise<Stack>, built: Promise<void>): Promise<[Stack]> {
    const [stack, build] = await Promise.allSettled([bringUp, built]);
    if (stack.status === 'fulfilled') this.stack = stack.value;
    if (stack.status === 'rejected') throw stack.reason;
    if (build.status === 'rejected') throw build.reason;
    this.throwIfStopping();
    return [stack.value];
  }

  private async provision(stack: Stack): Promise<{ secrets: Secrets; databases: Record<string, string> }> {
    // Only now: these are built, not read as source.
    const [{ newSigningKey }, { provision, provisionRoleMaker }, { ensureTopics }] = await Promise.all([
      import('@candor/identity'), import('@candor/database'), import('@candor/messaging'),
    ]);
    const secrets = await keptSecrets(this.settings.home, [...WITH_DATABASE, ROLE_MAKER], newSigningKey);
    const { [ROLE_MAKER]: password = '', ...passwords } = secrets.database;
    const { databaseAdminUrl, kafkaBrokers } = stack;
    const { database, topicPrefix } = this.settings;
    const [databases] = await Promise.all([
      provision(databaseAdminUrl, { database, passwords }),
      ensureTopics(kafkaBrokers.split(','), topicPrefix),
    ]);
    // After the database, in which it is given its rights.
    databases[ROLE_MAKER] = await provisionRoleMaker(databaseAdminUrl, { database, password });
    return { secrets, databases };
  }

  private async startServices(surroundings: Surroundings): Promise<void> {
    const { home, root } = this.settings;
    const began = performance.now();
    this.services = SERVICES.map((name) => new ServiceProcess({
      name, home, port: surroundings.ports[name], env: environment(name, surroundings), entryPoint: entryPoint(root, name), say,
    }));
    for (const service of this.services) service.start();
    await Promise.all(this.services.map(async (service) => {
      if (await service.untilReady(READY_WITHIN_MS, HOPELESS_FALLS)) say(`${service.name} ready, ${seconds(began)}`);
      else {
        this.throwIfStopping();
        throw new RemedyError(`${service.name} did not become ready`, `see ${service.logFile}, which ends with\n${service.lastWords()}`);
      }
    }));
  }

  private throwIfStopping(): void {
    if (this.stopping.signal.aborted) throw new RemedyError('Stopped', 'start again when you like');
  }

  /** Ends what was started, the outside first, the servers last. Safe to call more than once, and while it still starts. */
  async stop(): Promise<void> {
    this.stopping.abort();
    endTools();
    for (const service of this.services) service.release();
    const outside = this.services.filter(({ name }) => name === 'gateway' || name === 'sandbox');
    await Promise.all(outside.map((service) => service.stop()));
    await Promise.all(this.services.map((service) => service.stop()));
    await this.stack?.stop();
    this.lock.release();
  }
}
