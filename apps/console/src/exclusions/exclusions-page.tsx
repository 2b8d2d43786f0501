import { Checkbox, Select } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../app/page.tsx';
import { Panel } from '../app/panel.tsx';
import bar from '../filters/filters.module.css';
import { TextFilter } from '../filters/text-filter.tsx';
import { ApiCall } from '../scores/api-call.tsx';
import { AddForm } from './add-form.tsx';
import { EXCLUSION_REASONS, EXCLUSIONS_PATH } from './exclusion.ts';
import { ExclusionList } from './exclusion-list.tsx';
import { exclusionsQuery, type ExclusionsSearch } from './exclusions-search.ts';
import classes from './exclusions.module.css';
import { ImportForm } from './import-form.tsx';

const route = getRouteApi('/exclusions');

/** Who is never asked, by whose word and why. */
export function ExclusionsPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (part: { [K in keyof ExclusionsSearch]?: ExclusionsSearch[K] | undefined }): void => void navigate({ search: (now) => ({ ...now, ...part }) });
  return (
    <Page title={t('nav.exclusions')} aside={<ApiCall path={EXCLUSIONS_PATH} query={exclusionsQuery(search)} />}
      filters={(
        <div className={`${bar['bar']} ${classes['filters']}`}>
          <TextFilter key={search.who} label={t('exclusions.who')} value={search.who} onChange={(who) => change({ who })} dir="auto" width={260} />
          <Select data={EXCLUSION_REASONS.map((value) => ({ value, label: t(`exclusions.reasons.${value}`) }))} value={search.reason ?? null} clearable placeholder={t('exclusions.allReasons')} aria-label={t('exclusions.reason')} onChange={(value) => change({ reason: EXCLUSION_REASONS.find((one) => one === value) })}
            clearButtonProps={{ 'aria-label': t('filter.clear') }} />
          <Checkbox label={t('exclusions.withRemoved')} checked={search.removed === 'true'} onChange={(event) => change({ removed: event.currentTarget.checked ? 'true' : undefined })} />
        </div>
      )}>
      <div className={classes['columns']}>
        <ExclusionList search={search} />
        <div className={classes['side']}>
          <Panel title={t('exclusions.add')} hint={t('exclusions.addHint')}><AddForm /></Panel>
          <Panel title={t('exclusions.import')} hint={t('exclusions.importHint')}><ImportForm id={search.import} onSent={(id) => change({ import: id })} /></Panel>
        </div>
      </div>
    </Page>
  );
}
