import { z } from 'zod';
import { cut } from '../cut.ts';
import { defineEvent } from '../event.ts';
import { instant, key, measure } from '../vocabulary.ts';
import { funnel } from './funnel.ts';

/**
 * The absolute value of one cell of a declared cut: the unit's own answers of one local day that say this value. Answers that say none have no such cell: they are
 * what the day's figure has beyond all values. `id` stands for the value in the record's key, which must name nobody.
 */
export const cutScored = defineEvent({
  type: 'com.candor.score.cut.v1',
  version: 1,
  description: 'A cell of a declared cut has a new absolute value.',
  schema: z.object({
    measure,
    programme: key,
    touchpoint: key,
    unit: key,
    /** `YYYY-MM-DD`, local to the unit. */
    day: z.iso.date(),
    cut,
    value: z.string(),
    /** Lower-case hex, the same for the same programme, cut and value. */
    id: z.string().regex(/^[0-9a-f]{32}$/),
    /** As in `com.candor.score.cell.v1`. */
    source: z.string().regex(/^[ri]\d+$/),
    /** Rises with every change of this cell; the higher one is newer. */
    version: z.int().min(1),
    counts: z.array(z.int()),
    womi: z.object({ discourage: z.array(z.int()), falseDetractors: z.int() }).optional(),
    funnel: funnel.optional(),
    asOf: instant,
  }),
  key: (d) => ['cut', d.measure, d.programme, d.touchpoint, d.unit, d.day, d.source, d.cut, d.id].join('|'),
  sample: {
    measure: 'nps', programme: 'transactional', touchpoint: 'branch-visit', unit: 'haifa-1', day: '2026-11-22', cut: 'channel', value: 'email',
    id: '0c83f57c786a0b4a39efab23731c7ebc', source: 'r3', version: 17, counts: [0, 0, 0, 1, 0, 0, 0, 2, 0, 4, 5], asOf: '2026-11-22T12:05:00.120Z',
  },
});
