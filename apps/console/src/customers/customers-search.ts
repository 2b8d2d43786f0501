import { textOf } from '../filters/search-string.ts';
import { withoutUndefined } from '../filters/selection.ts';

export interface CustomersSearch {
  /** Whose invitations count; absent: of all programmes. */
  readonly programme?: string;
  readonly unit?: string;
  /** The firm that is looked at. */
  readonly account?: string;
  /** The file whose rows are followed. */
  readonly import?: string;
}

export const parseCustomersSearch = (search: Record<string, unknown>): CustomersSearch => withoutUndefined({ programme: textOf(search['programme']), unit: textOf(search['unit']), account: textOf(search['account']), import: textOf(search['import']) });
