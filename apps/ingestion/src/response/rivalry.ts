import { KEY_PATTERN, type Rivalry } from '@candor/contracts';
import type { Answer } from './answer.ts';

/** From here on people are asked which company they would choose (domain 4.4). */
const WOULD_CHOOSE = 9;

/** Said to whoever posts answers. */
export const RIVALRY_ATTRIBUTES = 'Attributes are kept with the answer. Four of them count in the standing of competitors (`GET /v1/scores/rivals`): `rivalScore`, a whole number from 0 to 10, is what they gave the competitor whose key is `rival`, asked as for us; '
  + '`likelyToSwitch`, 0 to 10, is how likely they are to choose another company over us, and `switchTo` at 9 or 10 the key of the one they would choose. Of another form they stay attributes and count nothing.';

const isKey = (value: unknown): value is string => typeof value === 'string' && KEY_PATTERN.test(value);
const isLikelihood = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 10;

/** What the attributes of an answer say of competitors; undefined where they say nothing. Names like these were free before: what does not fit is refused by nobody. */
export function rivalryIn(attributes: Answer['attributes']): Rivalry | undefined {
  if (!attributes) return undefined;
  const { rival, rivalScore, likelyToSwitch: likely, switchTo: to } = attributes;
  const rated = isKey(rival) && isLikelihood(rivalScore) ? { rival, score: rivalScore } : undefined;
  const switching = isLikelihood(likely) ? { likely, ...(likely >= WOULD_CHOOSE && isKey(to) && { to }) } : undefined;
  return rated || switching ? { ...(rated && { rated }), ...(switching && { switching }) } : undefined;
}
