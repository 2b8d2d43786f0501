import { caseTopic } from '@candor/contracts';
import { decode, KafkaPort, type Received } from '@candor/messaging';
import { complaint, followed } from '../../test/publish.ts';
import { person, startAlerting, type Alerting } from '../../test/start-alerting.ts';
import type { CaseChange } from '@candor/contracts';
import { eventually } from '@candor/testing';

let alerting: Alerting;
const ada = { ...person('ada', 'administrator') };
const noa = person('noa', 'agent', ['north']);

beforeAll(async () => {
  alerting = await startAlerting();
});
afterAll(() => alerting?.close());

/** All that the topic holds of an answer's task, oldest first. */
async function published(response: string, count: number): Promise<Received<CaseChange>[]> {
  const found: Received<CaseChange>[] = [];
  const reader = alerting.app.app.get(KafkaPort).reader({
    group: `look-${response}-${count}`, topics: [caseTopic.name],
    onBatch: async ({ records }) => {
      for (const record of records) {
        const decoded = decode(caseTopic, record);
        if (decoded.ok && decoded.event.key === response) found.push(decoded.event as Received<CaseChange>);
      }
      return BigInt(records.at(-1)!.offset) + 1n;
    },
  });
  await reader.start();
  try {
    return await eventually(`${count} events`, async () => found.length >= count && found);
  } finally {
    await reader.stop();
  }
}

test('the history of a task is told again step by step, with who took each and when', async () => {
  await followed(alerting, complaint('r-1'));
  const [{ id }] = (await alerting.app.call('GET', '/v1/cases?response=r-1', { as: ada })).body.data;
  await alerting.app.call('POST', `/v1/cases/${id}/claim`, { as: noa, body: {} });
  await alerting.app.call('POST', `/v1/cases/${id}/close`, { as: noa, body: { outcome: 'resolved', note: 'The fee was refunded.' } });
  const before = await published('r-1', 3);

  const { status, body } = await alerting.app.call('POST', `/v1/streams/${caseTopic.name}/republish`, { as: ada, body: { reason: 'a disk was lost' } });
  expect({ status, body }).toMatchObject({ status: 200, body: { records: 3, publishedBy: 'Ada' } });
  const again = (await published('r-1', 6)).slice(3);
  const step = ({ type, time, data: { revision, by, at } }: Received<CaseChange>) => ({ type, time, revision, by, at });
  expect(again.map(step)).toEqual(before.map(step));
  expect(again.map(({ generation, number }) => ({ generation, number }))).toEqual([1n, 2n, 3n].map((number) => ({ generation: body.generation, number })));
  expect(again.at(-1)!.data).toEqual(before.at(-1)!.data);
  expect(JSON.stringify(again.map(({ data }) => data))).not.toContain('refunded');
});
