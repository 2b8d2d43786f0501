import { textOf } from '../filters/search-string.ts';
import { withoutUndefined } from '../filters/selection.ts';

/** `create`: the name of a programme that is not there before it is saved. */
export interface AskingSearch {
  readonly create?: string;
}

export const parseAskingSearch = (search: Record<string, unknown>): AskingSearch => withoutUndefined({ create: textOf(search['create']) });
