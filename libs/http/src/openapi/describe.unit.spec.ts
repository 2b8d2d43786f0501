import { z } from 'zod';
import { Describe } from './describe.ts';

const visit = z.object({ name: z.string(), at: z.iso.datetime(), count: z.int() });
const good = { name: 'Haifa', at: '2026-11-22T12:00:00Z', count: 1 };

const describing = (body: unknown, answer: unknown = good) => () => {
  class Visits {
    @Describe({ summary: 'Note a visit', body: { schema: visit, example: body }, answers: { 201: { description: 'Noted', schema: visit, example: answer } } })
    note(): void {}
  }
  return Reflect.getMetadata('swagger/apiParameters', Visits.prototype.note) as { schema: { properties: Record<string, object>; example: unknown } }[];
};

describe('the documentation of a route', () => {
  it('cannot show an example that the route would refuse, nor an answer that it would not give', () => {
    expect(describing(good)).not.toThrow();
    expect(describing({ ...good, colour: 'red' })).toThrow();
    expect(describing({ name: 'Haifa' })).toThrow();
    expect(describing(good, { name: 'Haifa' })).toThrow();
  });

  it('shows formats instead of expressions, and no bounds that are none', () => {
    const [{ schema }] = describing(good)() as [{ schema: { properties: Record<string, object>; example: unknown } }];
    expect(schema.properties).toEqual({ name: { type: 'string' }, at: { type: 'string', format: 'date-time' }, count: { type: 'integer' } });
    expect(schema.example).toEqual(good);
  });
});
