import { ASKED_MEASURES } from '@candor/contracts';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from '../app/empty-note.tsx';
import { Page } from '../app/page.tsx';
import { ProblemView } from '../app/problem-view.tsx';
import { SelectionBar } from '../filters/selection-bar.tsx';
import { TextFilter } from '../filters/text-filter.tsx';
import { useSelection } from '../filters/use-selection.ts';
import { ApiCall } from '../scores/api-call.tsx';
import { may } from '../session/scopes.ts';
import { useSession } from '../session/session.ts';
import { FourfoldPanel } from './fourfold-panel.tsx';
import type { FunnelSearch } from './funnel-search.ts';
import classes from './funnel.module.css';
import { MessagesPanel } from './messages-panel.tsx';
import { ReasonsPanel } from './reasons-panel.tsx';
import { SilencePanel } from '../silence/silence-panel.tsx';
import { SplitPanel } from './split-panel.tsx';
import { StagesPanel } from './stages-panel.tsx';
import { ledgerQuery, SUMMARY_PATH } from './summary.ts';
import { useSummary } from './use-summary.ts';

const route = getRouteApi('/funnel');

/** Who was asked, who was not and why, and how far the questions came. */
export function FunnelPage() {
  const { t } = useTranslation();
  const session = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const selection = useSelection(search);
  const change = (part: Partial<FunnelSearch>): void => void navigate({ search: (now) => ({ ...now, ...part }) });
  const query = { ...ledgerQuery(selection, search.servedBy), groupBy: 'outcome,reason' };
  const { data, error, refetch, isPlaceholderData } = useSummary(query);
  const props = { selection, servedBy: search.servedBy };
  return (
    <Page title={t('nav.funnel')} aside={<ApiCall path={SUMMARY_PATH} query={query} />}
      filters={<SelectionBar measures={ASKED_MEASURES} selection={selection} onChange={change}><TextFilter key={search.servedBy} label={t('funnel.servedBy')} value={search.servedBy} onChange={(servedBy) => change({ servedBy })} dir="ltr" width={170} /></SelectionBar>}>
      {error !== null && data === undefined ? <ProblemView error={error} onRetry={() => void refetch()} /> : data?.total.interactions === 0 ? <EmptyNote title={t('funnel.empty')} text={t('funnel.emptyText')} /> : (
        <div className={classes['grid']} data-stale={isPlaceholderData}>
          <StagesPanel summary={data} {...props} />
          <ReasonsPanel summary={data} {...props} />
          {search.servedBy === undefined && may(session, 'scores:read') && <FourfoldPanel selection={selection} />}
          {search.servedBy === undefined && may(session, 'scores:read') && <SilencePanel selection={selection} />}
          <MessagesPanel {...props} />
          <SplitPanel {...props} split={search.by ?? 'unit'} onSplit={(by) => change({ by })} onChange={change} />
        </div>
      )}
    </Page>
  );
}
