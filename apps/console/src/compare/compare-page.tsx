import { ASKED_MEASURES } from '@candor/contracts';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from '../app/empty-note.tsx';
import { Page } from '../app/page.tsx';
import { Panel } from '../app/panel.tsx';
import { ProblemView } from '../app/problem-view.tsx';
import { ApiProblem } from '../api/problem.ts';
import { SelectionBar } from '../filters/selection-bar.tsx';
import { useSelection } from '../filters/use-selection.ts';
import { LiveMark } from '../live/live-mark.tsx';
import { useLiveScores } from '../live/use-live-scores.ts';
import { useNow } from '../time/clock.ts';
import { localDay } from '../time/range.ts';
import { ownOf } from './compare-search.ts';
import classes from './compare.module.css';
import { GroupPanel } from './group-panel.tsx';
import { comparisonQuery, differsBy, groupsOf } from './groups.ts';
import { RankingPanel } from './ranking-panel.tsx';
import { SecondGroup } from './second-group.tsx';
import { useComparison } from './use-compare.ts';
import { useGroupNames } from './use-group-names.ts';
import { VerdictPanel } from './verdict-panel.tsx';

const route = getRouteApi('/compare');

/** Whether two groups of answers differ by more than chance, and who can be told apart at all. */
export function ComparePage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const live = useLiveScores();
  const groups = groupsOf(useSelection(search), search.against, ownOf(search), localDay(useNow(60_000)));
  const names = useGroupNames(groups);
  const query = comparisonQuery(groups);
  const apart = differsBy(groups) !== null;
  const { data, error, refetch, isPlaceholderData } = useComparison(query, apart);
  const change = (part: object): void => void navigate({ search: (now) => ({ ...now, ...part }) });
  const shared = error instanceof ApiProblem && (error.of('b') !== undefined || error.of('a.unit') !== undefined);
  return (
    <Page title={t('nav.compare')} aside={<LiveMark state={live} />}
      filters={(
        <div className={classes['filters']}>
          <fieldset><legend>{t('compare.first')}</legend><SelectionBar measures={ASKED_MEASURES} selection={groups.a} onChange={change} /></fieldset>
          <SecondGroup groups={groups} onChange={change} />
        </div>
      )}>
      <div className={classes['grid']}>
        {!apart ? <Panel title={t('compare.title')}><EmptyNote title={t('compare.same')} text={t('compare.sameText')} /></Panel>
          : shared ? <Panel title={t('compare.title')}><EmptyNote title={t('compare.shared')} text={t('compare.sharedText')} /></Panel>
            : error !== null && data === undefined ? <ProblemView error={error} onRetry={() => void refetch()} /> : (
              <>
                <VerdictPanel comparison={data} names={names} query={query} stale={isPlaceholderData} />
                <GroupPanel figure={data?.a} name={names.a} selection={groups.a} other={groups.a} />
                <GroupPanel figure={data?.b} name={names.b} selection={groups.b} other={groups.a} />
              </>
            )}
        <RankingPanel selection={groups.a} by={search.by ?? 'unit'} onBy={(by) => change({ by })} />
      </div>
    </Page>
  );
}
