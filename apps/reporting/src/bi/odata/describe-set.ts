import { Describe } from '@candor/http';
import { z } from 'zod';
import type { Column, EdmType, EntitySet } from '../entity-sets/entity-set.ts';

const text = z.string().optional();
const query = z.object({
  $filter: text.describe('eq, ne, gt, ge, lt, le, in, and, or, not, contains, startswith, endswith, tolower, toupper, trim, length, year, month, day'),
  $select: text, $orderby: text, $top: text, $skip: text, $count: text, $format: text, $skiptoken: text.describe('From @odata.nextLink'),
});

const SHAPES: Readonly<Record<EdmType, z.ZodType>> = {
  'Edm.String': z.string(), 'Edm.Int32': z.int32(), 'Edm.Double': z.number(), 'Edm.Boolean': z.boolean(), 'Edm.Date': z.iso.date(), 'Edm.DateTimeOffset': z.iso.datetime(), 'Edm.Guid': z.guid(),
};

/** `$select` leaves properties out. */
const propertyOf = ({ type, nullable, description }: Column): z.ZodType => (nullable ? SHAPES[type].nullable() : SHAPES[type]).optional().describe(description);

const pageOf = (columns: EntitySet['columns']): z.ZodType => z.object({
  '@odata.context': z.string().optional(), '@odata.count': z.int().optional().describe('With $count=true'),
  value: z.array(z.object(Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, propertyOf(column)])))),
  '@odata.nextLink': z.string().optional(),
});

/** Documents the route of an entity set for OpenAPI. */
export function described({ name, description, columns, key, example }: EntitySet): MethodDecorator {
  const shown = example ?? ('unit' in columns ? { unit: 'haifa-1' } : { key: name === 'Units' ? 'haifa-1' : 'branch-visit' });
  return Describe({
    summary: `OData: ${name}`, description: `${description} Properties: ${Object.keys(columns).join(', ')}. A single one by its key: \`/odata/${name}(${key.length === 1 ? '...' : key.map((part) => `${part}=...`).join(',')})\`.`, query,
    answers: {
      200: { description: 'A page; `@odata.nextLink` leads to the next', schema: pageOf(columns), example: { '@odata.context': `http://localhost:8080/odata/$metadata#${name}(${Object.keys(shown).join()})`, value: [shown] } },
      400: { description: 'An option is unknown or wrong' },
      501: { description: 'OData has that option, and this service has not' },
    },
  });
}

export function describedCount({ name }: EntitySet): MethodDecorator {
  return Describe({ summary: `OData: number of ${name}`, query: query.pick({ $filter: true }), answers: { 200: { description: 'The number', type: 'text/plain', schema: z.int(), example: 1042 } } });
}
