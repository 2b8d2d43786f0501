import { z } from 'zod';
import { defineEvent } from '../event.ts';
import { instant, key, measure } from '../vocabulary.ts';
import { funnel } from './funnel.ts';

/**
 * The absolute value of one cell. `span` says what the cell covers: `day` = the unit with all its descendants on one local day,
 * `hour` = the unit's own answers in one local hour. Each source partition has cells of its own; readers sum over `source`.
 */
export const cellScored = defineEvent({
  type: 'com.candor.score.cell.v1',
  version: 1,
  description: 'A cell of the aggregate has a new absolute value.',
  schema: z.object({
    span: z.enum(['day', 'hour']),
    measure,
    programme: key,
    touchpoint: key,
    unit: key,
    /** `YYYY-MM-DD`, local to the answering unit. */
    day: z.iso.date(),
    /** 0 to 23 for `hour` cells; absent for `day` cells. */
    hour: z.int().min(0).max(23).optional(),
    /** Topic letter (r: responses, i: invitations) and partition, for example `r3`. */
    source: z.string().regex(/^[ri]\d+$/),
    /** Rises with every change of this cell; the higher one is newer. */
    version: z.int().min(1),
    /** Answers by score; index 0 is the lowest of the measure. Empty for invitation cells. */
    counts: z.array(z.int()),
    /** womi only: answers to "discourage" by score, and the joint counts it needs. */
    womi: z.object({ discourage: z.array(z.int()), falseDetractors: z.int() }).optional(),
    funnel: funnel.optional(),
    asOf: instant,
  }),
  key: (d) => [d.span, d.measure, d.programme, d.touchpoint, d.unit, d.day, d.hour ?? '', d.source].join('|'),
  sample: {
    span: 'day', measure: 'nps', programme: 'transactional', touchpoint: 'branch-visit', unit: 'haifa-1', day: '2026-11-22', source: 'r3', version: 17,
    counts: [0, 0, 0, 1, 0, 0, 0, 2, 0, 4, 5], asOf: '2026-11-22T12:05:00.120Z',
  },
});
