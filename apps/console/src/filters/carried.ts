import { parseSelection, type SelectionSearch } from './selection.ts';

/** The pages that look at a selection of answers or decisions. */
const SELECTING: ReadonlySet<string> = new Set(['/', '/scores', '/compare', '/answers', '/funnel', '/interactions']);

/** What the way from one page to another takes along: who looks at one unit and quarter goes on looking at them. The page's own link shows it anew, without filters. */
export const carriedSelection = (from: string, to: string, search: Record<string, unknown>): SelectionSearch =>
  from !== to && SELECTING.has(from) && SELECTING.has(to) ? parseSelection(search) : {};
