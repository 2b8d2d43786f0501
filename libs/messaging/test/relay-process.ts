/** A relay that something happens to, for tests of what that does to readers. */
import { createLogger } from '@candor/observability';
import pg from 'pg';
import { KafkaPort, KafkaProducer, type OutgoingRecord } from '../src/kafka/index.ts';
import { Relay } from '../src/outbox/relay.ts';
import { Streams } from '../src/outbox/streams.ts';
import { config } from './config.ts';

const { mishap } = config;

class Unlucky extends KafkaPort {
  override producer(fence?: string): KafkaProducer {
    const producer = super.producer(mishap === 'no fence' ? undefined : fence);
    const send = producer.send.bind(producer);
    let sends = 0;
    producer.send = async (records: readonly OutgoingRecord[]): Promise<Map<string, bigint>> => {
      sends += 1;
      if (mishap === 'stopped before a send' && sends === 2) {
        process.stdout.write('stopping\n');
        await new Promise((resolve) => setTimeout(resolve, 50));
        process.kill(process.pid, 'SIGSTOP');
      }
      let ends = await send(records).catch((error: Error) => {
        process.stdout.write(`refused: ${error.message}\n`);
        throw error;
      });
      if (mishap === 'killed between send and mark' && sends === 2) process.kill(process.pid, 'SIGKILL');
      if (mishap === 'sends everything twice') ends = await send(records);
      process.stdout.write(`sent ${records.length}\n`);
      return ends;
    };
    return producer;
  }
}

const log = createLogger('relay', 'warn');
const database = { connectionString: config.databaseUrl };
const client = new pg.Client(database);
await client.connect();
const streams = await Streams.open(client, 'ingestion');
await client.end();
const kafka = new Unlucky({ brokers: config.brokers, clientId: 'relay', topicPrefix: config.topicPrefix, log });
const relay = new Relay({ service: 'ingestion', kafka, database, streams, channel: 'candor_outbox_ingestion', holder: `test/${process.pid}`, log, leaseMs: 1000 });
relay.start();
process.on('SIGTERM', () => void relay.stop().then(() => process.exit(0)));
