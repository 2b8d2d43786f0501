import { interaction } from '@candor/contracts';
import { readEvent } from './cloud-event.ts';

const attributes = { specversion: '1.0', id: 'visit-1', source: '/crm', type: interaction.type };
const fieldsOf = (given: Record<string, unknown>, data: unknown = interaction.sample): string[] => {
  const read = readEvent(given, data);
  return read.ok ? [] : read.errors.map((error) => error.field);
};

describe('readEvent', () => {
  it('accepts the sample of the contract, with extensions of every allowed kind', () => {
    const read = readEvent({ ...attributes, traceparent: '00-abc', partitionkey: 'C-1042', retry: true, attempt: 3, subject: null }, interaction.sample);
    expect(read).toEqual({ ok: true, value: { source: '/crm', id: 'visit-1', data: interaction.sample } });
  });

  it.each(['specversion', 'id', 'source', 'type'])('names the missing attribute %s', (name) => {
    expect(fieldsOf({ ...attributes, [name]: undefined })).toEqual([name]);
  });

  it.each([
    ['specversion', '0.3'], ['specversion', 1], ['id', ''], ['id', 'a\u0000b'], ['id', 7], ['id', 'x'.repeat(201)], ['source', ''], ['source', 'a b'],
    ['source', 'x'.repeat(501)], ['type', 'com.other.event.v1'], ['subject', ''], ['time', 'yesterday'], ['time', '2026-11-22'], ['dataschema', 'a b'],
    ['datacontenttype', 'text/xml'], ['Upper', 'x'], ['with-hyphen', 'x'], ['extension', { nested: true }], ['extension', 1.5],
  ])('refuses the attribute %s as %j and names it', (name, value) => {
    expect(fieldsOf({ ...attributes, [name]: value })).toEqual([name]);
  });

  it.each([
    ['data', undefined], ['data', 'text'], ['data', null], ['data', []],
  ])('refuses data that is no object: %s %j', (field, data) => {
    const read = readEvent(attributes, data);
    expect(read).toMatchObject({ ok: false, errors: [{ field }] });
  });

  it.each([
    ['data.unit', { unit: 'Not A Key' }], ['data.unit', { unit: undefined }], ['data.occurredAt', { occurredAt: '2026-11-22T12:00:00' }],
    ['data.customer.id', { customer: {} }], ['data.customer.phonee', { customer: { id: 'C-1', phonee: '1' } }], ['data.colour', { colour: 'red' }],
    ['data.value.amount', { value: { amount: -1, currency: 'EUR' } }], ['data.value.amount', { value: { amount: 1e300, currency: 'EUR' } }], ['data.customer.name', { customer: { id: 'C-1', name: 'a\u0000b' } }],
    ['data.attributes.note', { attributes: { note: '\ud800' } }],
  ])('names the field %s of data that is wrong', (field, change) => {
    expect(fieldsOf(attributes, { ...interaction.sample, ...change })).toEqual([field]);
  });

  it('puts the prefix before every field', () => {
    const read = readEvent({ ...attributes, id: '' }, { ...interaction.sample, unit: '-' }, '[2].');
    expect(read).toMatchObject({ ok: false, errors: [{ field: '[2].id' }, { field: '[2].data.unit' }] });
  });
});
