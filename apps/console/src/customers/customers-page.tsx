import { Select } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../app/page.tsx';
import { useProgrammes } from '../catalog/catalog.ts';
import classes from '../exclusions/exclusions.module.css';
import bar from '../filters/filters.module.css';
import { UnitFilter } from '../filters/unit-filter.tsx';
import { may } from '../session/scopes.ts';
import { useSession } from '../session/session.ts';
import type { CustomersSearch } from './customers-search.ts';
import { FirmPanel } from './firm-panel.tsx';
import { FirmsPanel } from './firms-panel.tsx';
import { ImportPanel } from './import-panel.tsx';

const route = getRouteApi('/customers');

/** Firms and how far their people were heard, and the customer base by file. */
export function CustomersPage() {
  const { t } = useTranslation();
  const session = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const programmes = useProgrammes().data ?? [];
  const change = (part: { [K in keyof CustomersSearch]?: CustomersSearch[K] | undefined }): void => void navigate({ search: (now) => ({ ...now, ...part }) });
  const mayLoad = may(session, 'interactions:write');
  const body = <FirmsPanel search={search} />;
  return (
    <Page title={t('nav.customers')}
      filters={(
        <div className={`${bar['bar']} ${classes['filters']}`}>
          <Select aria-label={t('filter.programme')} placeholder={t('customers.allProgrammes')} clearable value={search.programme ?? null} data={programmes.map(({ key, name }) => ({ value: key, label: name }))} onChange={(value) => change({ programme: value ?? undefined })} clearButtonProps={{ 'aria-label': t('filter.clear') }} />
          <UnitFilter none={t('filter.allUnits')} value={search.unit} onChange={(unit) => change({ unit })} />
        </div>
      )}>
      {mayLoad || search.account !== undefined ? (
        <div className={classes['columns']}>
          {body}
          <div className={classes['side']}>
            {search.account !== undefined && <FirmPanel key={search.account} id={search.account} search={search} />}
            {mayLoad && <ImportPanel id={search.import} onSent={(id) => change({ import: id })} />}
          </div>
        </div>
      ) : body}
    </Page>
  );
}
