import type { Channel } from '@candor/contracts';
import type { Query } from '../api/query.ts';
import { CHANNELS } from '../asking/channels.ts';
import { listOf, oneOf, textOf } from '../filters/search-string.ts';
import { parseSelection, withoutUndefined, type Selection, type SelectionSearch } from '../filters/selection.ts';
import { OUTCOMES } from '../ledger/stages.ts';
import { isDelivered, type Decision } from './decision.ts';
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

/** The parameters of `GET /v1/decisions`; what else is looked for it cannot be asked, see `isLookedFor`. */
export const ledgerParameters = ({ programme, touchpoints, units, range }: Selection, { servedBy, outcome }: LedgerSearch): Query =>
  ({ programme, touchpoint: touchpoints, unit: units, servedBy, outcome, from: range.from, to: range.to });

export const isNarrowed = ({ reason, channel, stage }: LedgerSearch): boolean => reason !== undefined || channel !== undefined || stage !== undefined;

/** Whether a decision of the ledger is among those looked for by reason, channel and how far its invitation came. */
export function isLookedFor({ reasonCode, channel, invitation }: Pick<Decision, 'reasonCode' | 'channel' | 'invitation'>, search: LedgerSearch): boolean {
  if (search.reason !== undefined && reasonCode !== search.reason) return false;
  if (search.channel !== undefined && channel !== search.channel) return false;
  if (search.stage === undefined) return true;
  if (invitation === undefined) return false;
  if (search.stage === 'delivered') return isDelivered(invitation);
  if (search.stage === 'answered') return invitation.answered ?? false;
  return (search.stage === 'opened' ? invitation.openedAt : invitation.startedAt) !== undefined;
}
