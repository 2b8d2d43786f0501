import { catalogTopic, programmeSet, touchpointSet, unitSet, type DataOf, type EventDeclaration } from '@candor/contracts';
import { encode, HEADER, KafkaPort, outgoing, partitionOf } from '@candor/messaging';
import { createLogger } from '@candor/observability';
import type { Scratch } from '@candor/testing';

const since = '2026-01-01T00:00:00.000Z';
const unit = (key: string, parent: string | null): DataOf<typeof unitSet> => ({ key, version: 1, changedAt: since, name: key, timeZone: 'UTC', placements: [{ parent, from: null }], closedAt: null });

/** What the catalogue service would have published: `bench` with twenty branches, and the touchpoint `visit` of a programme that asks everybody at any time. */
export async function publishCatalogue(world: Scratch, programme: Partial<DataOf<typeof programmeSet>> = {}): Promise<void> {
  const kafka = new KafkaPort({ brokers: world.brokers, clientId: 'bench', topicPrefix: world.topicPrefix, log: createLogger('bench', 'error') });
  const producer = kafka.producer();
  await producer.connect();
  const said: [EventDeclaration, unknown][] = [
    [unitSet, unit('bench', null)], ...Array.from({ length: 20 }, (_, i): [EventDeclaration, unknown] => [unitSet, unit(`branch-${i}`, 'bench')]),
    [programmeSet, { ...programmeSet.sample, key: 'transactional', quietHours: null, sample: 1, frequency: null, ...programme }],
    [touchpointSet, { ...touchpointSet.sample, key: 'visit', name: 'Visit', programme: 'transactional', delay: 'PT0S' }],
  ];
  await producer.send(said.map(([event, data], index) => {
    const { key, headers, payload } = encode(outgoing(event, data as never), '/candor/catalog', undefined);
    return {
      topic: catalogTopic.name, partition: partitionOf(key, catalogTopic.partitions), key, value: payload, headers: { ...headers, [HEADER.sequence]: String(index + 1), [HEADER.generation]: 'bench' },
    };
  }));
  await producer.disconnect();
  await kafka.disconnect();
}
