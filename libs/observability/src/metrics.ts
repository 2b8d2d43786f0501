import { collectDefaultMetrics, Counter, Gauge, Histogram, register, type Registry } from 'prom-client';

/** The one registry of the process, served at /metrics. */
export const registry: Registry = register;

/** Seconds, from a millisecond to ten seconds: fine where our goals lie (150 ms). */
const LATENCY_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10];

/** Named metrics, made at first use; asking again for a name gives the same metric, so that modules may be started twice in a process. */
export const metrics = {
  counter: (name: string, help: string, labelNames: string[] = []): Counter =>
    existing<Counter>(name) ?? new Counter({ name, help, labelNames }),
  gauge: (name: string, help: string, labelNames: string[] = []): Gauge =>
    existing<Gauge>(name) ?? new Gauge({ name, help, labelNames }),
  histogram: (name: string, help: string, labelNames: string[] = [], buckets: number[] = LATENCY_BUCKETS): Histogram =>
    existing<Histogram>(name) ?? new Histogram({ name, help, labelNames, buckets }),
};

let collecting = false;

/** Adds the metrics of the process (memory, event loop, garbage collection), once. */
export function collectProcessMetrics(): void {
  if (collecting) return;
  collecting = true;
  collectDefaultMetrics();
}

function existing<M>(name: string): M | undefined {
  return register.getSingleMetric(name) as M | undefined;
}
