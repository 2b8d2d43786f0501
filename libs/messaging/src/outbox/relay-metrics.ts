import { metrics } from '@candor/observability';

export const relayMetrics = {
  published: metrics.counter('candor_relay_published_total', 'Records that Kafka has acknowledged', ['topic']),
  latency: metrics.histogram('candor_relay_latency_seconds', 'From the writing of a record to its acknowledgement; the oldest of each send', []),
  backlog: metrics.gauge('candor_relay_backlog', 'Records written and not sent yet'),
  leading: metrics.gauge('candor_relay_leading', '1 in the instance that publishes'),
  held: metrics.gauge('candor_relay_held', '1 for a topic that is not published, since this database is older than Kafka: publish it again', ['topic']),
  failures: metrics.counter('candor_relay_failures_total', 'Sends and marks that failed and were repeated'),
};
