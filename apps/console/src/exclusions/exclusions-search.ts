import type { Query } from '../api/query.ts';
import { oneOf, textOf } from '../filters/search-string.ts';
import { withoutUndefined } from '../filters/selection.ts';
import { EXCLUSION_REASONS, kindOf, type ExclusionReason } from './exclusion.ts';

export interface ExclusionsSearch {
  /** A customer's id, an e-mail address or a phone number. */
  readonly who?: string;
  readonly reason?: ExclusionReason;
  /** Those that were taken back too. */
  readonly removed?: 'true';
  /** The file whose rows are followed. */
  readonly import?: string;
}

export const parseExclusionsSearch = (search: Record<string, unknown>): ExclusionsSearch =>
  withoutUndefined({ who: textOf(search['who']), reason: oneOf(EXCLUSION_REASONS, search['reason']), removed: oneOf(['true'] as const, search['removed']), import: textOf(search['import']) });

export const exclusionsQuery = ({ who, reason, removed }: ExclusionsSearch): Query => ({ ...(who === undefined ? {} : { [kindOf(who)]: who }), reason, removed });
