import { SegmentedControl } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../app/page.tsx';
import { ConsumersPanel } from './consumers-panel.tsx';
import { DeadLetterDrawer } from './dead-letter-drawer.tsx';
import { DeadLettersPanel } from './dead-letters-panel.tsx';
import { HealthPanel } from './health-panel.tsx';
import { RebuildsPanel } from './rebuilds-panel.tsx';
import classes from './operations.module.css';
import { SERVICES } from './operations-search.ts';

const route = getRouteApi('/operations');

/** For administrators: whether everything is up, what could not be processed, who has stopped, and what is built anew. */
export function OperationsPage() {
  const { t } = useTranslation();
  const { service = SERVICES[0], letter } = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (
    <SegmentedControl size="xs" value={service} data={[...SERVICES]} aria-label={t('operations.service')} className={classes['services']}
      onChange={(value) => void navigate({ search: { service: SERVICES.find((known) => known === value) } })} />
  );
  return (
    <Page title={t('nav.operations')}>
      <div className={classes['stack']}>
        <HealthPanel />
        <DeadLettersPanel service={service} choose={choose} onOpen={(id) => void navigate({ search: { service, letter: id } })} />
        <ConsumersPanel service={service} />
        <RebuildsPanel service={service} />
      </div>
      {letter !== undefined && <DeadLetterDrawer service={service} id={letter} onClose={() => void navigate({ search: { service } })} />}
    </Page>
  );
}
