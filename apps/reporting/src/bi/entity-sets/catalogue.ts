import { maybe, real, text, whole, type EntitySet } from './entity-set.ts';

export const unitsSet: EntitySet = {
  name: 'Units',
  view: 'units',
  description: 'Business units as the tree is now.',
  columns: {
    key: text('Key of the unit'), name: text('Name'), parent: maybe.text('Key of the unit above; null at the top'),
    path: text('The unit and all above it: /bank/north/haifa-1/. contains(path, \'/north/\') finds north and all below it'), depth: whole('0 at the top'),
    time_zone: text('IANA time zone'), closed_at: maybe.time('When it was closed'),
  },
  key: ['key'],
  unit: 'key',
  scope: 'scores:read',
  tables: ['unit'],
  select: `SELECT u.key, u.name, u.parent, '/' || array_to_string(u.path, '/') || '/' AS path, cardinality(u.path) - 1 AS depth, u.time_zone, u.closed_at FROM unit u`,
};

/** Today, by UTC: another weight may begin without any event. 0 before its first. */
const WEIGHT_TODAY = `CASE WHEN t.weights IS NULL THEN t.weight ELSE coalesce((SELECT (w ->> 'weight')::float8 FROM jsonb_array_elements(t.weights) w
    WHERE w ->> 'from' IS NULL OR (w ->> 'from')::date <= (now() AT TIME ZONE 'UTC')::date ORDER BY (w ->> 'from')::date DESC NULLS LAST LIMIT 1), 0) END AS weight`;

export const touchpointsSet: EntitySet = {
  name: 'Touchpoints',
  view: 'touchpoints',
  description: 'The occasions that are asked about.',
  columns: {
    key: text('Key of the touchpoint'), name: text('Name'), programme: text('Key of its programme'), weight: real('In the total score, today'), delay: text('From the event to the question, ISO 8601'),
  },
  key: ['key'],
  unit: null,
  scope: 'scores:read',
  tables: ['touchpoint'],
  select: `SELECT t.key, t.name, t.programme, ${WEIGHT_TODAY}, t.delay FROM touchpoint t`,
};
