import { selectionSearch, withoutUndefined, type Selection } from '../filters/selection.ts';
import type { LedgerSearch } from '../interactions/ledger-search.ts';
import { ELIGIBLE, type Stage } from '../ledger/stages.ts';

/** Where the decisions behind a figure of the funnel are. */
export function behind(selection: Selection, servedBy: string | undefined, part: LedgerSearch = {}): LedgerSearch {
  return withoutUndefined({ ...selectionSearch(selection), servedBy, ...part }) as LedgerSearch;
}

/** Which decisions a stage stands for. */
export function ofStage(stage: Stage): LedgerSearch {
  if (stage === 'interactions') return {};
  if (stage === 'eligible') return { outcome: ELIGIBLE.join(',') };
  return { outcome: 'invited', ...(stage === 'invited' ? {} : { stage }) };
}
