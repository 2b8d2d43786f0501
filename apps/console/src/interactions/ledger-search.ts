import type { Channel } from '@candor/contracts';
import type { Query } from '../api/query.ts';
import { CHANNELS } from '../asking/channels.ts';
import { listOf, oneOf, textOf } from '../filters/search-string.ts';
import { parseSelection, withoutUndefined, type Selection, type SelectionSearch } from '../filters/selection.ts';
import { OUTCOMES } from '../ledger/stages.ts';
import { parseLookup, type Lookup } from './lookup-search.ts';

/** How far the invitations came that are looked at. */
const REACHED = ['delivered', 'opened', 'started', 'answered'] as const;

/** Which decisions of the ledger are looked at. */
export interface LedgerSearch extends SelectionSearch {
  readonly servedBy?: string;
  /** One or several, separated by commas. */
  readonly outcome?: string;
  /** The code of the reason. */
  readonly reason?: string;
  readonly channel?: Channel;
  readonly stage?: (typeof REACHED)[number];
}
export type InteractionsSearch = Lookup & LedgerSearch;

export const parseInteractionsSearch = (search: Record<string, unknown>): InteractionsSearch => withoutUndefined({
  ...parseLookup(search), ...parseSelection(search), servedBy: textOf(search['servedBy']),
  outcome: listOf(textOf(search['outcome'])).filter((one) => OUTCOMES.some((outcome) => outcome === one)).join(',') || undefined,
  reason: textOf(search['reason']), channel: oneOf(CHANNELS, search['channel']), stage: oneOf(REACHED, search['stage']),
});

/** The parameters of `GET /v1/decisions`. */
export const ledgerParameters = ({ programme, touchpoints, units, range }: Selection, { servedBy, outcome, reason, channel, stage }: LedgerSearch): Query =>
  ({ programme, touchpoint: touchpoints, unit: units, servedBy, outcome, reason, channel, from: range.from, to: range.to, ...(stage && { [stage]: true }) });
