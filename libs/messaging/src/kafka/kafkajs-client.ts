import type { Logger } from '@candor/observability';
import kafkajs, { type Kafka, type LogEntry, type Producer } from 'kafkajs';
import { fencedProducer } from './fenced-producer.ts';
import { remedyHeaders } from './header-remedy.ts';
import { remedyRecords } from './record-remedy.ts';
import { remedyRequestQueue } from './request-queue-remedy.ts';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

export function createClient(brokers: string[], clientId: string, log: Log): Kafka {
  remedyRequestQueue();
  remedyHeaders();
  remedyRecords();
  return new kafkajs.Kafka({
    clientId,
    brokers,
    connectionTimeout: 3000,
    requestTimeout: 10_000,
    retry: { initialRetryTime: 100, maxRetryTime: 2000, retries: 5 },
    logLevel: kafkajs.logLevel.WARN,
    logCreator: () => (entry) => report(log, entry),
  });
}

/** All our records say their partition; what chooses one for records that do not looks through all partitions for each. */
const createPartitioner: kafkajs.ICustomPartitioner = () => ({ message }) => message.partition!;

/**
 * One request in flight, tried once and once again: whoever sends decides what to do then.
 * @param fence see `fencedProducer`
 */
export function createProducer(kafka: Kafka, fence?: string): Producer {
  const config = { createPartitioner, allowAutoTopicCreation: false, maxInFlightRequests: 1, retry: { retries: 1, initialRetryTime: 50 } };
  return fence === undefined ? kafka.producer(config) : fencedProducer(kafka, fence, config);
}

/** kafkajs logs as errors what it then retries (a coordinator that loads, a broker that restarts): a level lower than it thinks. */
function report(log: Log, { level, namespace, log: { message, error, ...rest } }: LogEntry): void {
  const entry = { kafkajs: namespace, error: String(error ?? ''), groupId: rest['groupId'] as unknown, broker: rest['broker'] as unknown };
  if (level === kafkajs.logLevel.ERROR) log.warn(entry, message);
  else log.debug(entry, message);
}
