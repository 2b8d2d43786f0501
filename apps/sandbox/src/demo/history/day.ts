import { DateTime } from 'luxon';
import { moodOf } from '../bank/mood.ts';
import { soldAt } from '../bank/products.ts';
import { TOUCHPOINTS, type DemoTouchpoint } from '../bank/touchpoints.ts';
import { BRANCHES, ROOT } from '../bank/units.ts';
import { customerOf } from '../people/customers.ts';
import { firmOf } from '../people/firms.ts';
import { servedBy } from '../people/staff.ts';
import { Random } from '../random.ts';
import { wordsOf } from '../words/words.ts';

/** An answer of the past as `POST /v1/responses` takes it. */
export interface PastAnswer {
  readonly id: string;
  readonly answeredAt: string;
  readonly [field: string]: unknown;
}

/** Customers of the past; those of live traffic are others, so that nobody is asked too often. */
export const PAST_CUSTOMERS = 14_000;

const CHANNELS: readonly (readonly [string, number])[] = [['email', 62], ['sms', 16], ['web', 10], ['voice', 7], ['kiosk', 5]];

/** Share of an ordinary day's business by day of the week, from Monday: banks close on Friday noon, and on Saturday only machines work. */
const OPEN: Readonly<Record<DemoTouchpoint['where'], readonly number[]>> = {
  branch: [1, 1, 1.05, 1.1, 0.45, 0, 1.2],
  'call-centre': [1, 1, 1, 1.05, 0.6, 0.15, 1.2],
  digital: [1, 1, 1, 1, 0.9, 0.7, 1.1],
};

/** Everything that was answered on one local day: always the same for the same day and `base`. */
export function answersOf(day: DateTime, base: Date): PastAnswer[] {
  return TOUCHPOINTS.flatMap((touchpoint) => {
    const open = OPEN[touchpoint.where][day.weekday - 1]!;
    if (touchpoint.where !== 'branch') return at(day, touchpoint.where, touchpoint, touchpoint.perDay * open, base);
    return BRANCHES.flatMap((branch) => at(day, branch.key, touchpoint, touchpoint.perDay * open * branch.size, base));
  });
}

function at(day: DateTime, unit: string, touchpoint: DemoTouchpoint, mean: number, base: Date): PastAnswer[] {
  const date = day.toISODate()!;
  const random = new Random(`${date} ${unit} ${touchpoint.key}`);
  return Array.from({ length: random.count(mean) }, (_, index) => answer(random, `demo-${date}-${unit}-${touchpoint.key}-${index}`, day, unit, touchpoint, base));
}

function answer(random: Random, id: string, day: DateTime, unit: string, touchpoint: DemoTouchpoint, base: Date): PastAnswer {
  const [from, to] = touchpoint.hours;
  // An hour off on the two days on which the clock changes, for an eighth of the cost.
  const answeredAt = new Date(day.toMillis() + (random.between(from, to - 1) * 3600 + random.between(0, 3599)) * 1000);
  const { id: customer, name, language, segment } = customerOf(random.between(0, PAST_CUSTOMERS - 1));
  const served = servedBy(random, unit, touchpoint.key);
  const mood = moodOf(random, unit, touchpoint, answeredAt, base);
  const { product } = soldAt(touchpoint, id);
  const speaks = random.chance(mood.score <= 6 ? 0.72 : mood.score >= 9 ? 0.42 : 0.37);
  return {
    id, score: mood.score, touchpoint: touchpoint.key, unit, answeredAt: answeredAt.toISOString(), channel: random.weighted(CHANNELS), language,
    customer: { id: customer, name, language, segment }, ...firmOf({ id: customer, segment }), ...(product === undefined ? {} : { product }),
    ...(speaks ? { comment: wordsOf(random, language, touchpoint.subject, mood, served?.name) } : {}),
    ...(served ? { servedBy: served } : {}),
    ...(touchpoint.key === 'branch-visit' ? { attributes: { queueMinutes: mood.waited } } : touchpoint.programme === 'relationship' ? { attributes: rivalryOf(id) } : {}),
  };
}

/** Whoever is asked once a year is asked about another bank too. Drawn by itself: what else is answered stays what it was. */
function rivalryOf(id: string): Record<string, string | number> {
  const random = new Random(`rivals of ${id}`);
  const likelyToSwitch = random.weighted([[random.between(0, 3), 62], [random.between(4, 8), 27], [random.between(9, 10), 11]]);
  const [rival, promoters] = random.weighted([[['harbour-bank', 0.34], 3], [['first-savings', 0.58], 2]] as const);
  const rivalScore = random.weighted([[random.between(9, 10), promoters], [random.between(7, 8), 0.28], [random.between(0, 6), 0.72 - promoters]]);
  return { rival, rivalScore, likelyToSwitch, ...(likelyToSwitch >= 9 ? { switchTo: rival } : {}) };
}

export const localDay = (at: Date): DateTime => DateTime.fromJSDate(at, { zone: ROOT.timeZone }).startOf('day');
