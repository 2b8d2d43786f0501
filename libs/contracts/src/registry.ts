import { caseTopic } from './case/topic.ts';
import { catalogTopic } from './catalog/topic.ts';
import type { EventDeclaration } from './event.ts';
import { interactionTopic } from './interaction/topic.ts';
import { invitationTopic } from './invitation/topic.ts';
import { personTopic } from './person/topic.ts';
import { replyTopic } from './reply/topic.ts';
import { responseTopic } from './response/topic.ts';
import { scoreTopic } from './score/topic.ts';
import type { TopicDeclaration } from './topic.ts';
import { visitTopic } from './visit/topic.ts';
import { wordsTopic } from './words/topic.ts';

/** Every topic there is; topic creation, AsyncAPI and the service canvases are made from it. */
export const TOPICS: readonly TopicDeclaration[] = [
  interactionTopic, invitationTopic, replyTopic, visitTopic, responseTopic, wordsTopic, personTopic, caseTopic, catalogTopic, scoreTopic,
];

const topicByType = new Map<string, TopicDeclaration>();
for (const topic of TOPICS) for (const event of topic.events) topicByType.set(event.type, topic);

/** @throws if the event is not declared in any topic (a programming error). */
export function topicOf(event: EventDeclaration): TopicDeclaration {
  const topic = topicByType.get(event.type);
  if (!topic) throw new Error(`${event.type} is not declared in any topic`);
  return topic;
}

export function eventOf(topic: TopicDeclaration, type: string): EventDeclaration | undefined {
  return topic.events.find((event) => event.type === type);
}
