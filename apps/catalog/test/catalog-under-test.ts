import { catalogTopic } from '@candor/contracts';
import type { Principal } from '@candor/identity';
import { SCOPES } from '@candor/identity';
import { decode, KafkaPort, type Received } from '@candor/messaging';
import { createLogger } from '@candor/observability';
import { createTestApp, type TestApp } from '@candor/service';
import { scratch, type Scratch } from '@candor/testing';
import { CatalogModule } from '../src/catalog.module.ts';

export const admin: Principal = { subject: 'admin', kind: 'person', name: 'Admin', scopes: [...SCOPES], units: null, roles: ['administrator'] };
export const gateway: Principal = { subject: 'gateway', kind: 'service', name: 'Gateway', scopes: ['internal'], units: null, roles: [] };

interface Start {
  bootstrapKey?: string;
  /** Other brokers than those of the test: nobody is there. */
  brokers?: string[];
}

export interface CatalogUnderTest extends TestApp {
  place: Scratch;
  /** Ends this instance and starts another on the same data. */
  restart(options?: Start): Promise<void>;
  /** Everything that the catalogue has published so far, oldest first. */
  published(): Promise<Received[]>;
  dispose(): Promise<void>;
}

export async function startCatalog(options: Start = {}): Promise<CatalogUnderTest> {
  const place = await scratch('catalog');
  const start = ({ bootstrapKey, brokers = place.brokers }: Start): Promise<TestApp> => {
    const config = { DATABASE_URL: place.databaseUrl('catalog'), KAFKA_BROKERS: brokers, TOPIC_PREFIX: place.topicPrefix, BOOTSTRAP_API_KEY: bootstrapKey };
    return createTestApp({ name: 'catalog', module: CatalogModule.forRoot(config), tokens: place.tokens });
  };
  let running = await start(options);
  return {
    place,
    get app() {
      return running.app;
    },
    get baseUrl() {
      return running.baseUrl;
    },
    call: (...args) => running.call(...args),
    close: () => running.close(),
    restart: async (next = {}) => {
      await running.close();
      running = await start(next);
    },
    published: () => readAll(place),
    dispose: async () => {
      await running.close();
      await place.dispose();
    },
  };
}

async function readAll(place: Scratch): Promise<Received[]> {
  const port = new KafkaPort({ brokers: place.brokers, clientId: 'test', topicPrefix: place.topicPrefix, log: createLogger('test', 'silent') });
  const [range] = await port.offsets(catalogTopic.name);
  const events: Received[] = [];
  const reader = await new Promise<{ stop(): Promise<void> }>((resolve, reject) => {
    const made = port.reader({
      group: `test-${Math.random().toString(36).slice(2)}`,
      topics: [catalogTopic.name],
      onBatch: async ({ records }) => {
        for (const record of records) {
          const decoded = decode(catalogTopic, record);
          if (!decoded.ok) reject(new Error(decoded.reason));
          else events.push(decoded.event);
        }
        const next = BigInt(records.at(-1)!.offset) + 1n;
        if (next >= range!.high) resolve(made);
        return next;
      },
    });
    if (range!.high === range!.low) resolve(made);
    made.start().catch(reject);
  });
  await reader.stop();
  await port.disconnect();
  return events;
}
