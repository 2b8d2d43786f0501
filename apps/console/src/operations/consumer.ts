import type { Service } from './operations-search.ts';

interface Position {
  readonly offset: string;
  readonly generation: string | null;
  readonly number: string | null;
}

/** Where a consumer is in one partition, from `GET /v1/consumers/{service}`. */
export interface ConsumerState {
  readonly consumer: string;
  readonly topic: string;
  readonly partition: number;
  readonly position: Position;
  readonly stopped: { readonly kind: 'gap' | 'generation' | 'range'; readonly found: string; readonly since: string; readonly goesOnAt: Position } | null;
}

export type StoppedConsumer = ConsumerState & { readonly stopped: NonNullable<ConsumerState['stopped']> };

export const consumersPath = (service: Service): string => `/v1/consumers/${service}`;
export const acceptPath = (service: Service, { consumer, topic, partition }: ConsumerState): string => `${consumersPath(service)}/${consumer}/${topic}/${partition}/accept-gap`;

/** Those that wait for somebody to decide, longest first. */
export const stoppedOf = (states: readonly ConsumerState[]): StoppedConsumer[] =>
  states.filter((state): state is StoppedConsumer => state.stopped !== null).sort((a, b) => a.stopped.since.localeCompare(b.stopped.since));

/** Each consumer of each topic once, with how many partitions it reads. */
export function readingsOf(states: readonly ConsumerState[]): { consumer: string; topic: string; partitions: number }[] {
  const readings = Map.groupBy(states, ({ consumer, topic }) => `${consumer} ${topic}`);
  return [...readings.values()].map((all) => ({ consumer: all[0]!.consumer, topic: all[0]!.topic, partitions: all.length }));
}
