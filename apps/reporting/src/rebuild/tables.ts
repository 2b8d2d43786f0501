import type { ReadTable } from '@candor/messaging';

/** What figures are read from: follows from the cells that scoring publishes. Of a cell said twice either telling may be the one that is kept. */
export const SCORE_TABLES: readonly ReadTable[] = [{ name: 'cell', ignored: ['version', 'as_of'] }, { name: 'score_day' }, { name: 'own_score_day' }, { name: 'own_score_hour' },
  { name: 'cut_cell', ignored: ['version'] }, { name: 'cut_day' }];

/** The catalogue and the facts, each in its last known state, and what is counted and placed of them. When an answer first came to be here is not told again. */
export const FACT_TABLES: readonly ReadTable[] = [
  { name: 'programme' }, { name: 'touchpoint' }, { name: 'unit' }, { name: 'unit_path' }, { name: 'person' }, { name: 'answer', ignored: ['copied_at', 'scored_at'] }, { name: 'invitation' }, { name: 'seen_path' },
  { name: 'decision' }, { name: 'decision_day' }, { name: 'follow_up' }, { name: 'score_shift' },
];

/** Number the changes of the live figures; beside them they are written and thrown away. */
const CLOCK = ['score_clock', 'score_change'];

export const SCORES_PASSING: readonly string[] = CLOCK;

/** Which anonymous answers are published together is decided once: what the facts' handlers decide anew is thrown away, with the figures that they move by it. */
export const FACTS_PASSING: readonly string[] = [...CLOCK, 'anonymous_answer', 'anonymous_batch', 'anonymous_opinion', 'opinion_batch', ...SCORE_TABLES.map(({ name }) => name)];

/** Of no topic, or decided here once and for all: nothing can bring them back. A table that is in none of these lists fails a test. */
export const RECORDS: readonly string[] = [
  'anonymous_answer', 'anonymous_batch', 'anonymous_opinion', 'opinion_batch', 'bi_user', 'norm', 'target', 'official_edition', 'official_figure', 'quarter_report',
  'signal', 'signal_history', 'signal_watch', 'signal_run', 'time_note',
];
