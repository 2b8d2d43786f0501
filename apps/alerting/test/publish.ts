import {
  caseTopic, responseAmended, responseErased, responseExcluded, responseRecorded, responseReinstated, responseTopic, type Contribution, type ResponseChange,
} from '@candor/contracts';
import { HEADER, headerOf, Inbox, KafkaPort, outgoing, type Outgoing } from '@candor/messaging';
import { eventually } from '@candor/testing';
import { detractor } from './answers.ts';
import { type Alerting } from './start-alerting.ts';

const DECLARATIONS = { recorded: responseRecorded, amended: responseAmended, excluded: responseExcluded, reinstated: responseReinstated, erased: responseErased };

export function answer(id: string, kind: keyof typeof DECLARATIONS, revision: number, after: Contribution | null, more: Partial<ResponseChange> = {}): Outgoing {
  const now = new Date().toISOString();
  return outgoing(DECLARATIONS[kind], { id, revision, before: null, after, answeredAt: now, changedAt: now, ...more }) as Outgoing;
}

/** A detractor's answer at this unit. */
export const complaint = (id: string, path: string[] = detractor.path, more: Partial<ResponseChange> = {}): Outgoing => answer(id, 'recorded', 1, { ...detractor, path }, more);

/** Publishes answers and waits until they have been followed. */
export async function followed(alerting: Alerting, ...events: Outgoing[]): Promise<void> {
  await alerting.neighbours.publish('ingestion', ...events);
  await eventually('answers applied', () => alerting.app.app.get(Inbox).caughtUp(responseTopic, 'cases'));
}

/** What has been published of the task of one answer, as types in order; `count` of them. */
export async function publishedOf(alerting: Alerting, response: string, count: number): Promise<string[]> {
  const types: string[] = [];
  const reader = alerting.app.app.get(KafkaPort).reader({
    group: `look-${response}`, topics: [caseTopic.name],
    onBatch: async ({ records }) => {
      for (const record of records) if (record.key?.toString() === response) types.push(headerOf(record, HEADER.type) ?? '');
      return BigInt(records.at(-1)!.offset) + 1n;
    },
  });
  await reader.start();
  try {
    return await eventually(`${count} events of ${response}`, async () => types.length >= count && types);
  } finally {
    await reader.stop();
  }
}
