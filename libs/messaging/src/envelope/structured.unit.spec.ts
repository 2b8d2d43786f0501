import { interaction, interactionTopic, responseTopic } from '@candor/contracts';
import type { IncomingRecord } from '../kafka/index.ts';
import { decode } from './decode.ts';

const event = { specversion: '1.0', id: 'visit-1', source: '/crm', type: interaction.type, attempt: 2, subject: null, data: interaction.sample };
const record = (value: unknown, contentType = 'application/cloudevents+json; charset=UTF-8'): IncomingRecord => ({
  offset: '7', timestamp: '1795348800000', key: null, headers: { 'content-type': Buffer.from(contentType) }, value: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
} as IncomingRecord);

describe('a record in structured mode', () => {
  it('is read like one in binary mode', () => {
    expect(decode(interactionTopic, record(event))).toMatchObject({ ok: true, event: { id: 'visit-1', source: '/crm', type: interaction.type, data: interaction.sample } });
    const { data, ...attributes } = event;
    expect(decode(interactionTopic, record({ ...attributes, data_base64: Buffer.from(JSON.stringify(data)).toString('base64') }))).toMatchObject({ ok: true, event: { data: interaction.sample } });
  });

  it.each([
    ['broken JSON', '{'], ['no object', [event]], ['no event', {}], ['no id', { ...event, id: '' }], ['an attribute with parts', { ...event, extension: {} }], ['no data', { ...event, data: undefined }],
    ['data twice', { ...event, data_base64: 'e30=' }], ['data that is wrong', { ...event, data: { unit: 'x' } }],
  ])('is refused with a reason: %s', (_, value) => {
    expect(decode(interactionTopic, record(value))).toMatchObject({ ok: false, reason: expect.stringMatching(/.{8,}/) });
  });

  it('is not taken on topics that only their owner writes', () => {
    expect(decode(responseTopic, record(event))).toMatchObject({ ok: false });
  });
});
