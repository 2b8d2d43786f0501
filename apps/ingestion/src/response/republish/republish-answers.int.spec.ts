import { responseTopic, wordsTopic, type ResponseChange } from '@candor/contracts';
import { eventually } from '@candor/testing';
import { everybody, startIngestion, type Ingestion } from '../../../test/start-ingestion.ts';

let ingestion: Ingestion;
beforeAll(async () => {
  ingestion = await startIngestion();
});
afterAll(() => ingestion?.close());

const post = (id: string) => ingestion.call('POST', '/v1/responses', { as: everybody, body: { id, score: 3, touchpoint: 'branch-visit', unit: 'haifa-1', comment: `of ${id}` } });
const republish = async (topic: string) => (await ingestion.call('POST', `/v1/streams/${topic}/republish`, { as: everybody, body: { reason: 'Kafka lost a disk' } })).body;
const heard = (id: string, generation: string) => ingestion.neighbours.heard(id).filter((event) => event.generation === generation);
const facts = (id: string, generation: string) => heard(id, generation).map(({ type, data }) => ({ type: type.split('.').at(-2), ...(data as ResponseChange) }));

test('answers and words are told again from the tables, each as it stands', async () => {
  for (const id of ['plain', 'excluded', 'erased']) await post(id);
  expect((await ingestion.call('POST', '/v1/responses/excluded/exclude', { as: everybody, body: { reason: 'test answer' } })).status).toBe(200);
  expect((await ingestion.call('DELETE', '/v1/responses/erased', { as: everybody })).status).toBe(204);

  const answers = await republish(responseTopic.name);
  expect(answers).toMatchObject({ topic: responseTopic.name, records: 4 });
  await eventually('the facts', () => heard('plain', answers.generation).length === 1 && heard('excluded', answers.generation).length === 2 && heard('erased', answers.generation).length === 1);
  expect(facts('plain', answers.generation)).toMatchObject([{ type: 'recorded', revision: 1, before: null, after: { score: 3, path: ['bank', 'north', 'haifa-1'] } }]);
  expect(facts('excluded', answers.generation)).toMatchObject([{ type: 'recorded', revision: 1 }, { type: 'excluded', revision: 2, reason: 'test answer', before: { score: 3 }, after: null }]);
  expect(facts('erased', answers.generation)).toMatchObject([{ type: 'erased', revision: 2, before: null, after: null }]);

  const words = await republish(wordsTopic.name);
  await eventually('the words', () => ['plain', 'excluded', 'erased'].every((id) => heard(id, words.generation).length === 1));
  expect(heard('plain', words.generation)[0]).toMatchObject({ tombstone: false, data: { comment: 'of plain' } });
  expect(heard('erased', words.generation)[0]).toMatchObject({ tombstone: true });

  await eventually('answers are taken again', async () => (await post('afterwards')).status < 300);
  await eventually('and told', () => heard('afterwards', answers.generation).length === 1);
});
