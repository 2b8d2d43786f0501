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
import { withoutUndefined } from '../filters/selection.ts';
import { ApiCall } from '../scores/api-call.tsx';
import { may, seesComing } from '../session/scopes.ts';
import { useSession } from '../session/session.ts';
import type { Decision } from './decision.ts';
import { DecisionList } from './decision-list.tsx';
import classes from './interactions.module.css';
import { LookupForm } from './lookup-form.tsx';
import { LedgerPanel } from './ledger-panel.tsx';
import { decisionQuery, type Lookup } from './lookup-search.ts';
import { SendTest } from './send-test.tsx';

const route = getRouteApi('/interactions');
const PATH = '/v1/decisions';

/** What came in, what was decided about it and why: for integrators, and for whoever is asked "why was this customer (not) asked?". */
export function InteractionsPage() {
  const { t } = useTranslation();
  const session = useSession();
  const search = route.useSearch();
  const lookup: Lookup = withoutUndefined({ source: search.source, id: search.id, customer: search.customer });
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
            <LookupForm key={JSON.stringify(lookup)} lookup={lookup} onLookup={(next) => void (next.source !== undefined && next.id !== undefined ? navigate({ to: '/interactions/journey', search: { source: next.source, id: next.id } }) : navigate({ search: next }))} />
          </Panel>
          {query === null ? <LedgerPanel search={search} onChange={(change) => void navigate({ search: (now) => ({ ...now, ...change }) })} /> : (
            <Panel flush title={t('interactions.decisions')} actions={<ApiCall path={PATH} query={query} />}>
              {error ? <div className={classes['pad']}><ProblemView error={error} onRetry={() => void refetch()} /></div> : data === undefined ? <Skeleton height={80} m={16} w="auto" /> : data.data.length === 0 ? <EmptyNote title={t('interactions.empty')} text={seesComing(session) ? t('interactions.emptyText') : `${t('interactions.emptyText')} ${t('ledger.notComing')}`} /> : <DecisionList decisions={data.data} />}
            </Panel>
          )}
        </div>
        {may(session, 'interactions:write') && <Panel title={t('interactions.send')} hint={t('interactions.sendHint')}><SendTest onSent={(sent) => void navigate({ to: '/interactions/journey', search: sent })} /></Panel>}
      </div>
    </Page>
  );
}
