import type { EventDeclaration } from './event.ts';
import { jsonSchemaOf } from './json-schema.ts';
import { TOPICS } from './registry.ts';
import { isCompacted, type TopicDeclaration } from './topic.ts';

const channelId = (topic: TopicDeclaration) => topic.name.replaceAll('.', '-');
const messageId = (event: EventDeclaration) => event.type.replace(/^com\.candor\./, '').replaceAll('.', '-');

/** The AsyncAPI 3.0 document of every topic, made from the declarations; never written by hand. */
export function asyncApi(version: string): Record<string, unknown> {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Candor events',
      version,
      description: 'What the services of Candor say to each other over Kafka, as CloudEvents 1.0 in binary mode.',
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(TOPICS.map((topic) => [channelId(topic), channel(topic)])),
    operations: Object.fromEntries(TOPICS.flatMap(operations)),
    components: { messages: Object.fromEntries(TOPICS.flatMap((topic) => topic.events.map((event) => [messageId(event), message(event)]))) },
  };
}

function channel(topic: TopicDeclaration) {
  return {
    address: topic.name,
    description: `Owner: ${topic.owner}. Key: ${topic.key}. Kind: ${topic.kind}.${topic.personal ? ' Carries personal data.' : ''}`,
    messages: Object.fromEntries(topic.events.map((event) => [messageId(event), { $ref: `#/components/messages/${messageId(event)}` }])),
    bindings: {
      kafka: {
        topic: topic.name,
        partitions: topic.partitions,
        topicConfiguration: isCompacted(topic) ? { 'cleanup.policy': ['compact'] } : { 'cleanup.policy': ['delete'], 'retention.ms': topic.retentionMs },
      },
    },
  };
}

function operations(topic: TopicDeclaration): Array<[string, unknown]> {
  const operation = (action: string, service: string) => ({
    action,
    summary: `${service} ${action}s`,
    channel: { $ref: `#/channels/${channelId(topic)}` },
    messages: topic.events.map((event) => ({ $ref: `#/channels/${channelId(topic)}/messages/${messageId(event)}` })),
  });
  return [
    [`${topic.owner}-sends-${channelId(topic)}`, operation('send', topic.owner)],
    ...topic.consumers.map((consumer): [string, unknown] => [`${consumer}-receives-${channelId(topic)}`, operation('receive', consumer)]),
  ];
}

function message(event: EventDeclaration) {
  return {
    name: event.type,
    summary: event.description,
    contentType: 'application/json',
    headers: {
      type: 'object',
      required: ['ce_specversion', 'ce_id', 'ce_source', 'ce_type', 'ce_time'],
      properties: {
        ce_specversion: { const: '1.0' },
        ce_id: { type: 'string' },
        ce_source: { type: 'string' },
        ce_type: { const: event.type },
        ce_time: { type: 'string', format: 'date-time' },
        ce_sequence: { type: 'string', description: 'Dense number within the partition, decimal.' },
        ce_generation: { type: 'string' },
        ce_correlation: { type: 'string' },
      },
    },
    payload: jsonSchemaOf(event),
    examples: [{ name: 'sample', payload: event.sample }],
  };
}
