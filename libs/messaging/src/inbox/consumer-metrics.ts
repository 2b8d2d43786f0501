import { metrics } from '@candor/observability';

export const consumerMetrics = {
  events: metrics.counter('candor_consumer_events_total', 'Events applied', ['consumer', 'topic']),
  duplicates: metrics.counter('candor_consumer_duplicates_total', 'Records dropped because they had been applied', ['consumer', 'topic']),
  latency: metrics.histogram('candor_consumer_latency_seconds', 'From publication to the commit of what it changed; the oldest of each batch', ['consumer', 'topic']),
  lag: metrics.gauge('candor_consumer_lag', 'Records published and not applied yet', ['consumer', 'topic', 'partition']),
  retries: metrics.counter('candor_consumer_retries_total', 'Batches put back because something was away', ['consumer', 'topic']),
  fenced: metrics.counter('candor_consumer_fenced_total', 'Batches thrown away because another instance was faster', ['consumer', 'topic']),
  restarts: metrics.counter('candor_consumer_restarts_total', 'Consumers that had stopped or gone silent and were started again', ['consumer']),
  stopped: metrics.gauge('candor_consumer_stopped', '1 while a consumer refuses to go on; readiness says why', ['consumer']),
  deadLetters: metrics.counter('candor_dead_letters_total', 'Records put aside', ['consumer', 'topic', 'kind']),
};
