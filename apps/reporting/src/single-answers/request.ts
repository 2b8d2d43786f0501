import { selectionQuery } from '../scores/request.ts';

/** What selects answers that are looked at one by one; the same as for scores, but for periods. */
export const singleShape = selectionQuery.omit({ interval: true, window: true, measure: true });
