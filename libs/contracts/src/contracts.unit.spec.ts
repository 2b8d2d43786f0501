import { readFileSync } from 'node:fs';
import { Parser } from '@asyncapi/parser';
import { asyncApi, breakingChanges, isCompacted, jsonSchemaOf, TOPICS, topicOf, type JsonSchema } from './index.ts';

const home = new URL('../', import.meta.url);
const read = (name: string) => JSON.parse(readFileSync(new URL(name, home), 'utf8'));
const events = TOPICS.flatMap((topic) => topic.events);

describe.each(events.map((event) => [event.type, event] as const))('%s', (_type, event) => {
  test('accepts its own sample', () => expect(event.schema.parse(event.sample)).toEqual(event.sample));
  test('names its version in its type', () => expect(event.type.endsWith(`.v${event.version}`)).toBe(true));
  test('has not broken the version that was published', () => {
    expect(breakingChanges(read(`published/${event.type}.json`), jsonSchemaOf(event))).toEqual([]);
  });
  test('keeps personal data out of the record key', () => {
    const key = event.key(event.sample);
    expect(key).not.toMatch(/@|Noa|C-1042/);
  });
});

describe('topics', () => {
  test('have one owner each, who is not among the consumers', () => {
    for (const topic of TOPICS) if (topic.kind !== 'inbound') expect(topic.consumers).not.toContain(topic.owner);
  });
  test('that carry personal data can forget: compacted or short-lived', () => {
    for (const topic of TOPICS.filter((each) => each.personal)) expect(isCompacted(topic) || topic.retentionMs > 0).toBe(true);
  });
  test('are found by the type of an event', () => {
    for (const topic of TOPICS) for (const event of topic.events) expect(topicOf(event)).toBe(topic);
  });
});

describe('the AsyncAPI document', () => {
  test('is what the declarations say', () => {
    expect(read('asyncapi.json')).toEqual(JSON.parse(JSON.stringify(asyncApi(read('package.json').version))));
  });
  test('is valid AsyncAPI 3', async () => {
    const diagnostics = await new Parser().validate(JSON.stringify(asyncApi('1.0.0')));
    expect(diagnostics.filter((diagnostic) => diagnostic.severity === 0)).toEqual([]);
  });
});

describe('breakingChanges', () => {
  const was: JsonSchema = {
    type: 'object',
    required: ['score'],
    properties: { score: { type: 'integer', minimum: 0, maximum: 10 }, channel: { type: 'string', enum: ['email', 'sms'] }, note: { anyOf: [{ type: 'string' }, { type: 'null' }] } },
  };
  const changed = (change: (schema: any) => void) => { // eslint-disable-line @typescript-eslint/no-explicit-any -- free surgery on a schema
    const is = structuredClone(was);
    change(is);
    return breakingChanges(was, is);
  };
  test('lets an optional field and a wider list through', () => {
    expect(changed((is) => { is.properties.extra = { type: 'string' }; is.properties.channel.enum.push('voice'); })).toEqual([]);
  });
  test.each<[string, (is: any) => void, string]>([ // eslint-disable-line @typescript-eslint/no-explicit-any
    ['a removed field', (is) => { delete is.properties.channel; }, 'data.channel was removed'],
    ['a new required field', (is) => { is.properties.unit = { type: 'string' }; is.required.push('unit'); }, 'data.unit is now required'],
    ['a promise taken back', (is) => { is.required = []; }, 'data.score is no longer promised'],
    ['another type', (is) => { is.properties.score.type = 'string'; }, 'data.score no longer takes integer'],
    ['a narrower range', (is) => { is.properties.score.maximum = 5; }, 'data.score has a narrower maximum'],
    ['a shorter list', (is) => { is.properties.channel.enum = ['email']; }, 'data.channel no longer takes "sms"'],
    ['null no longer allowed', (is) => { is.properties.note.anyOf.pop(); }, 'data.note no longer takes one of its forms (null)'],
  ])('refuses %s', (_what, change, sentence) => expect(changed(change)).toContain(sentence));
});
