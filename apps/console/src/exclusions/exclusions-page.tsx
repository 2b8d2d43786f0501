import { Checkbox, Select, TextInput } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../app/page.tsx';
import { Panel } from '../app/panel.tsx';
import { textOf } from '../filters/search-string.ts';
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
        <div className={classes['filters']}>
          <Who key={search.who} who={search.who} onChange={(who) => change({ who })} />
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

function Who({ who, onChange }: { who: string | undefined; onChange: (who: string | undefined) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState(who ?? '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onChange(textOf(text));
  };
  return (
    <form onSubmit={submit} role="search">
      <TextInput aria-label={t('exclusions.who')} placeholder={t('exclusions.who')} w={260} maw="100%" value={text} onChange={(event) => setText(event.currentTarget.value)} onBlur={() => textOf(text) !== who && onChange(textOf(text))} dir="auto" />
    </form>
  );
}
