import { interaction } from '@candor/contracts';
import { readHttp } from './http-binding.ts';

const event = { specversion: '1.0', id: 'visit-1', source: '/crm', type: interaction.type };
const headers = { 'content-type': 'application/json; charset=utf-8', 'ce-specversion': '1.0', 'ce-id': 'visit-1', 'ce-source': '/crm', 'ce-type': interaction.type };
const one = [{ source: '/crm', id: 'visit-1', data: interaction.sample }];
const structured = { 'content-type': 'application/cloudevents+json; charset=UTF-8' };
const batch = { 'content-type': 'application/cloudevents-batch+json' };
const fields = (read: ReturnType<typeof readHttp>): string[] => ('errors' in read ? read.errors.map((error) => error.field) : []);

describe('readHttp', () => {
  it('reads one event alike in binary, structured and batch mode', () => {
    expect(readHttp(headers, interaction.sample)).toEqual({ ok: true, value: one });
    expect(readHttp(structured, { ...event, data: interaction.sample })).toEqual({ ok: true, value: one });
    expect(readHttp(batch, [{ ...event, data: interaction.sample }])).toEqual({ ok: true, value: one });
  });

  it('takes data_base64 for data, and refuses both together or what is no JSON', () => {
    const base64 = Buffer.from(JSON.stringify(interaction.sample)).toString('base64');
    expect(readHttp(structured, { ...event, data_base64: base64 })).toEqual({ ok: true, value: one });
    expect(fields(readHttp(structured, { ...event, data: interaction.sample, data_base64: base64 }))).toEqual(['data_base64']);
    expect(fields(readHttp(batch, [{ ...event, data_base64: 'eHg=' }]))).toEqual(['[0].data_base64']);
  });

  it('decodes percent-encoded header values', () => {
    expect(readHttp({ ...headers, 'ce-id': 'caf%C3%A9 50%25' }, interaction.sample)).toMatchObject({ value: [{ id: 'café 50%' }] });
    expect(readHttp({ ...headers, 'ce-id': '50%' }, interaction.sample)).toMatchObject({ value: [{ id: '50%' }] });
  });

  it('names headers in binary mode and places in a batch', () => {
    expect(fields(readHttp({ ...headers, 'ce-id': '' }, interaction.sample))).toEqual(['ce-id']);
    expect(fields(readHttp(headers, { ...interaction.sample, unit: '-' }))).toEqual(['data.unit']);
    expect(fields(readHttp(batch, [{ ...event, data: interaction.sample }, { ...event, data: { ...interaction.sample, unit: '-' } }, 7]))).toEqual(['[1].data.unit', '[2]']);
  });

  it('says how to send an event when a plain JSON body has no attributes', () => {
    expect(readHttp({ 'content-type': 'application/json' }, { ...event, data: interaction.sample })).toMatchObject({
      ok: false, errors: expect.arrayContaining([{ field: 'ce-id', message: expect.stringContaining('application/cloudevents+json') }]),
    });
  });

  it.each(['text/plain', 'application/xml', 'application/cloudevents+xml', 'application/cloudevents+avro', ''])('does not support %j', (type) => {
    expect(readHttp({ ...headers, 'content-type': type }, interaction.sample)).toEqual({ ok: false, unsupported: true });
  });

  it.each([[structured, []], [structured, 'text'], [batch, {}]])('refuses a body that is not what its content type says: %j %j', (type, body) => {
    expect(readHttp(type, body)).toMatchObject({ ok: false, errors: [{ field: 'body' }] });
  });

  it('accepts an empty batch', () => {
    expect(readHttp(batch, [])).toEqual({ ok: true, value: [] });
  });
});
