import { Describe } from '@candor/http';
import { z } from 'zod';
import type { EntitySet } from '../entity-sets/entity-set.ts';

const text = z.string().optional();
const query = z.object({
  $filter: text.describe('eq, ne, gt, ge, lt, le, in, and, or, not, contains, startswith, endswith, tolower, toupper, trim, length, year, month, day'),
  $select: text, $orderby: text, $top: text, $skip: text, $count: text, $format: text, $skiptoken: text.describe('From @odata.nextLink'),
});

/** Documents the route of an entity set for OpenAPI. */
export function described({ name, description, columns, key }: EntitySet): MethodDecorator {
  return Describe({
    summary: `OData: ${name}`, description: `${description} Properties: ${Object.keys(columns).join(', ')}. A single one by its key: \`/odata/${name}(${key.length === 1 ? '...' : key.map((part) => `${part}=...`).join(',')})\`.`, query,
    answers: {
      200: { description: 'A page; `@odata.nextLink` leads to the next', example: { '@odata.context': `http://localhost:8080/odata/$metadata#${name}(unit)`, value: [{ unit: 'haifa-1' }] } },
      400: { description: 'An option is unknown or wrong' },
      501: { description: 'OData has that option, and this service has not' },
    },
  });
}

export function describedCount({ name }: EntitySet): MethodDecorator {
  return Describe({ summary: `OData: number of ${name}`, query: query.pick({ $filter: true }), answers: { 200: { description: 'The number', type: 'text/plain', example: 1042 } } });
}
