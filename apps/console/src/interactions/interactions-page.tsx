import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import type { Page as ListPage } from '../api/page.ts';
import { EmptyNote } from '../app/empty-note.tsx';
import { Page } from '../app/page.tsx';
import { Panel } from '../app/panel.tsx';
import { ProblemView } from '../app/problem-view.tsx';
import { ApiCall } from '../scores/api-call.tsx';
import { may } from '../session/scopes.ts';
import { useSession } from '../session/session.ts';
import type { Decision } from './decision.ts';
import { DecisionList } from './decision-list.tsx';
import classes from './interactions.module.css';
import { LookupForm } from './lookup-form.tsx';
import { decisionQuery } from './lookup-search.ts';
import { SendTest } from './send-test.tsx';

const route = getRouteApi('/interactions');
const PATH = '/v1/decisions';

/** For integrators: what came in, what was decided about it and why. */
export function InteractionsPage() {
  const { t } = useTranslation();
  const session = useSession();
  const lookup = route.useSearch();
  const navigate = route.useNavigate();
  const query = decisionQuery(lookup);
  const { data, error, refetch } = useQuery({
    queryKey: ['decisions', query],
    queryFn: ({ signal }) => call<ListPage<Decision>>(PATH, { query: { ...query }, signal }),
    enabled: query !== null,
    // A pending decision ends by itself: while one is shown, look again.
    refetchInterval: ({ state }) => (state.data?.data.some((decision) => decision.outcome === 'pending') ? 2000 : false),
  });
  return (
    <Page title={t('nav.interactions')}>
      <div className={classes['columns']}>
        <div className={classes['main']}>
          <Panel title={t('interactions.lookup')} hint={t('interactions.lookupHint')}>
            <LookupForm key={JSON.stringify(lookup)} lookup={lookup} onLookup={(next) => void navigate({ search: next })} />
          </Panel>
          {query !== null && (
            <Panel flush title={t('interactions.decisions')} actions={<ApiCall path={PATH} query={query} />}>
              {error ? <div className={classes['pad']}><ProblemView error={error} onRetry={() => void refetch()} /></div> : data === undefined ? <Skeleton height={80} m={16} w="auto" /> : data.data.length === 0 ? <EmptyNote title={t('interactions.empty')} text={t('interactions.emptyText')} /> : <DecisionList decisions={data.data} />}
            </Panel>
          )}
        </div>
        {may(session, 'interactions:write') && <Panel title={t('interactions.send')} hint={t('interactions.sendHint')}><SendTest onSent={(sent) => void navigate({ search: sent })} /></Panel>}
      </div>
    </Page>
  );
}
