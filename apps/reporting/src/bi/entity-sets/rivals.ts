import { date, maybe, OPEN_PROGRAMMES, PATH, text, whole, type EntitySet } from './entity-set.ts';

const scores = Array.from({ length: 11 }, (_, score) => score);
const LEAF = 'programme, measure, touchpoint, unit, day';
const counted = (condition: string): string => `coalesce(sum(o.n) FILTER (WHERE ${condition}), 0)::int`;
const COUNTS = scores.map((score) => `${counted(`o.score = ${score}`)} AS count_${score}`).join(', ');
const LEAF_COLUMNS = {
  programme: text('Key of the programme'), measure: text('nps or enps'), touchpoint: text('Key of the touchpoint'), unit: text('Key of the unit'),
  path: maybe.text('The unit and all above it, as the tree is'), day: date('Local day of the answers at their unit; of an anonymous programme the day on which the last of five was given'),
};
const countsOf = (what: string) => Object.fromEntries(scores.map((score) => [`count_${score}`, whole(`${what} ${score}`)]));
/** Sums of answers, told to whoever may see scores: the rows of `answer` are not theirs to read, so views of these limit units by themselves. */
const SUMS = { unit: 'unit', scope: 'scores:read', tables: [], sumsOf: ['answer', 'opinion_batch'] } as const;

/** Answers that count and may be told, and the batches of five of anonymous programmes (docs/adr/0019): the same rows that `/v1/scores/rivals` reads. */
const OPEN = `NOT excluded AND programme IN ${OPEN_PROGRAMMES}`;
const CLOSED = `b.programme NOT IN ${OPEN_PROGRAMMES}`;

export const rivalScoresSet: EntitySet = {
  name: 'RivalScores',
  view: 'rival_scores',
  description: 'What answers that count gave each rival, by programme, measure, touchpoint, unit and local day: rows add up to /v1/scores/rivals. Each unit\'s own; ancestors by path.',
  columns: {
    ...LEAF_COLUMNS, rival: text('Key of the competitor'), n: whole('Answers that rated it'), promoters: whole('Gave it 9 or 10'), passives: whole('Gave it 7 or 8'), detractors: whole('Gave it 0 to 6'),
    ...countsOf('Answers that gave it'),
    our_promoters: maybe.whole('Of those who rated it: gave us 9 or 10. Null where nobody did, and of anonymous programmes, where nobody knows who gave both'), our_detractors: maybe.whole('Of those who rated it: gave us 0 to 6'),
    chosen: whole('Answers that named it as the one they would choose over us'),
  },
  example: { unit: 'haifa-1', day: '2026-11-22', rival: 'other-bank', n: 8, promoters: 3, passives: 3, detractors: 2, our_promoters: 5, our_detractors: 1, chosen: 1 },
  key: ['programme', 'measure', 'unit', 'day', 'touchpoint', 'rival'],
  ...SUMS,
  select: `SELECT s.programme, s.measure, s.touchpoint, s.unit, ${PATH} AS path, s.day, s.rival, s.n, s.promoters, s.passives, s.detractors, ${scores.map((score) => `s.count_${score}`).join(', ')}, s.our_promoters, s.our_detractors, s.chosen
    FROM (SELECT ${LEAF}, o.rival, ${counted('true')} AS n, ${counted('o.score >= 9')} AS promoters, ${counted('o.score BETWEEN 7 AND 8')} AS passives, ${counted('o.score <= 6')} AS detractors, ${COUNTS},
        sum((o.own >= 9)::int)::int AS our_promoters, sum((o.own <= 6)::int)::int AS our_detractors, coalesce(sum(o.chosen), 0)::int AS chosen
      FROM (SELECT ${LEAF}, rival, rival_score AS score, 1 AS n, score AS own, 0 AS chosen FROM answer WHERE rival IS NOT NULL AND ${OPEN}
        UNION ALL SELECT ${LEAF}, switch_to, NULL, 0, NULL, 1 FROM answer WHERE likely_to_switch IS NOT NULL AND switch_to IS NOT NULL AND ${OPEN}
        UNION ALL SELECT ${LEAF}, b.rival, (c.place - 1)::smallint, c.n, NULL, 0 FROM opinion_batch b, unnest(b.counts) WITH ORDINALITY AS c(n, place) WHERE b.rival <> '' AND c.n > 0 AND ${CLOSED}
        UNION ALL SELECT ${LEAF}, j.key, NULL, 0, NULL, j.value::int FROM opinion_batch b, jsonb_each_text(b.named) AS j WHERE ${CLOSED}) AS o
      GROUP BY ${LEAF}, o.rival) AS s LEFT JOIN unit u ON u.key = s.unit`,
};

export const switchingSet: EntitySet = {
  name: 'Switching',
  view: 'switching',
  description: 'How likely answers that count are to choose another company over us, by programme, measure, touchpoint, unit and local day: rows add up to /v1/scores/rivals. Whom they named is in RivalScores.',
  columns: {
    ...LEAF_COLUMNS, n: whole('Answers that were asked'), likely: whole('9 or 10'), unnamed: whole('Of those likely to: named nobody'), ...countsOf('Answers that said'),
  },
  example: { unit: 'haifa-1', day: '2026-11-22', n: 12, likely: 2, unnamed: 1 },
  key: ['programme', 'measure', 'unit', 'day', 'touchpoint'],
  ...SUMS,
  select: `SELECT s.programme, s.measure, s.touchpoint, s.unit, ${PATH} AS path, s.day, s.n, s.likely, s.likely - s.named AS unnamed, ${scores.map((score) => `s.count_${score}`).join(', ')}
    FROM (SELECT ${LEAF}, ${counted('true')} AS n, ${counted('o.score >= 9')} AS likely, coalesce(sum(o.named), 0)::int AS named, ${COUNTS}
      FROM (SELECT ${LEAF}, likely_to_switch AS score, 1 AS n, (switch_to IS NOT NULL)::int AS named FROM answer WHERE likely_to_switch IS NOT NULL AND ${OPEN}
        UNION ALL SELECT ${LEAF}, (c.place - 1)::smallint, c.n, 0 FROM opinion_batch b, unnest(b.counts) WITH ORDINALITY AS c(n, place) WHERE b.rival = '' AND c.n > 0 AND ${CLOSED}
        UNION ALL SELECT ${LEAF}, NULL, 0, j.value::int FROM opinion_batch b, jsonb_each_text(b.named) AS j WHERE b.rival = '' AND ${CLOSED}) AS o
      GROUP BY ${LEAF}) AS s LEFT JOIN unit u ON u.key = s.unit`,
};
