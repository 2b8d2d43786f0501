import { LEAST_ANONYMOUS } from '../../scores/figure.ts';
import { date, maybe, OPEN_PROGRAMMES, PATH, text, whole, type EntitySet } from './entity-set.ts';

const scores = Array.from({ length: 11 }, (_, index) => index);
const sum = (from: number, to: number): string => scores.slice(from, to + 1).map((index) => `s.c${index}`).join(' + ');
const inSegments = `s.measure IN ('nps', 'enps')`;
const LOWEST = `CASE s.measure WHEN 'csat' THEN 1 WHEN 'ces' THEN 1 ELSE 0 END`;

export const scoresSet: EntitySet = {
  name: 'Scores',
  view: 'scores',
  description: 'Answers and invitations by programme, measure, touchpoint, unit and local day. Each unit\'s own, so that rows add up; ancestors by path.',
  columns: {
    programme: text('Key of the programme'), measure: text('nps, enps, csat, ces, womi or smiley'), touchpoint: text('Key of the touchpoint'), unit: text('Key of the unit'),
    path: maybe.text('The unit and all above it, as the tree is: /bank/north/haifa-1/'), day: date('Day of the answer, local to its unit; of invitations the day they were sent'),
    n: whole('Answers that count'), promoters: maybe.whole('Scores 9 and 10'), passives: maybe.whole('Scores 7 and 8'), detractors: maybe.whole('Scores 0 to 6'),
    nps: maybe.real('100 x (promoters - detractors) / n; to combine rows, add the parts, not this'), mean: maybe.real('Mean score'),
    ...Object.fromEntries(scores.map((index) => [`count_${index}`, whole(index === 0 ? 'Answers of the lowest score of the measure' : `Answers ${index} above the lowest score`)])),
    invited: whole('Invitations sent'), delivered: whole('Of those, not bounced'), bounced: whole('Of those, bounced'), answered: whole('Of those, answered'),
    pending: whole('Of those, still with time to answer'), matured_delivered: whole('Delivered, and the time to answer is over'), matured_answered: whole('Of those, answered'),
    response_rate: maybe.real('matured_answered / matured_delivered; to combine rows, add the parts, not this'),
  },
  key: ['programme', 'measure', 'unit', 'day', 'touchpoint'],
  unit: 'unit',
  scope: 'scores:read',
  tables: ['own_score_day', 'unit', 'programme'],
  select: `SELECT s.programme, s.measure, s.touchpoint, s.unit, ${PATH} AS path, s.day, v.n,
      CASE WHEN ${inSegments} THEN v.promoters END AS promoters, CASE WHEN ${inSegments} THEN v.passives END AS passives, CASE WHEN ${inSegments} THEN v.detractors END AS detractors,
      CASE WHEN ${inSegments} AND v.n > 0 THEN 100 * (v.promoters - v.detractors)::float8 / v.n END AS nps,
      CASE WHEN v.n > 0 THEN ${LOWEST} + (${scores.map((index) => `${index} * s.c${index}`).join(' + ')})::float8 / v.n END AS mean,
      ${scores.map((index) => `s.c${index} AS count_${index}`).join(', ')},
      s.invited, s.delivered, s.bounced, s.answered, greatest(0, s.invited - s.bounced - s.answered - s.matured_delivered + s.matured_answered) AS pending,
      s.matured_delivered, s.matured_answered, CASE WHEN s.matured_delivered > 0 THEN s.matured_answered::float8 / s.matured_delivered END AS response_rate
    FROM own_score_day s LEFT JOIN unit u ON u.key = s.unit
    CROSS JOIN LATERAL (SELECT ${sum(0, 10)} AS n, ${sum(9, 10)} AS promoters, ${sum(7, 8)} AS passives, ${sum(0, 6)} AS detractors) AS v
    WHERE (v.n <> 0 OR s.invited <> 0) AND (v.n = 0 OR v.n >= ${LEAST_ANONYMOUS} OR s.programme IN ${OPEN_PROGRAMMES})`,
};
