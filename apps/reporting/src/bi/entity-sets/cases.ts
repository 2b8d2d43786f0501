import { guid, maybe, OPEN_PROGRAMMES, PATH, text, time, whole, type EntitySet } from './entity-set.ts';

export const casesSet: EntitySet = {
  name: 'Cases',
  view: 'cases',
  description: 'Follow-up tasks of unhappy answers.',
  columns: {
    id: guid('Id of the case'), response: text('Id of the answer'), programme: text('Key of the programme'), touchpoint: text('Key of the touchpoint'), unit: text('Key of the unit'),
    path: maybe.text('The unit and all above it, as the tree is'), score: whole('The score given'), segment: maybe.text('promoter, passive or detractor'),
    status: text('open, claimed or closed'), assignee: maybe.text('Whom it is with'), outcome: maybe.text('What came of it'), customer: maybe.text('The enterprise\'s own id of the customer'),
    served_by: maybe.text('Staff id'), opened_at: time('When it was opened'), due_at: time('When it must be done'), claimed_at: maybe.time('When somebody first took it'),
    closed_at: maybe.time('When it was closed'), changed_at: time('When it last changed'),
  },
  key: ['id'],
  unit: 'unit',
  scope: 'cases:read',
  tables: ['follow_up', 'unit', 'programme'],
  select: `SELECT f.id, f.response, f.programme, f.touchpoint, f.unit, ${PATH} AS path, f.score::int AS score, f.segment, f.status, f.assignee, f.outcome, f.customer, f.served_by,
      f.opened_at, f.due_at, f.claimed_at, f.closed_at, f.changed_at
    FROM follow_up f LEFT JOIN unit u ON u.key = f.unit WHERE f.programme IN ${OPEN_PROGRAMMES}`,
};
