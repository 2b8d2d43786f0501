import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Skeleton } from '@mantine/core';
import { ProblemView } from '../app/problem-view.tsx';
import { may } from '../session/scopes.ts';
import { useSession } from '../session/session.ts';
import { BandsPanel } from './bands-panel.tsx';
import { CompaniesPanel } from './companies-panel.tsx';
import { IndustriesPanel } from './industries-panel.tsx';
import { NormForm, type Edited } from './norm-form.tsx';
import classes from './norms.module.css';
import { useNorms } from './use-norms.ts';

/** What a score is held against: rivals, the usual score of an industry, and bands. */
export function NormsTab() {
  const { t } = useTranslation();
  const mayEdit = may(useSession(), 'catalog:write');
  const { data, error, refetch } = useNorms();
  const [edited, setEdited] = useState<Edited | null>(null);
  if (error !== null && data === undefined) return <ProblemView error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton height={320} />;
  const onEdit = mayEdit ? setEdited : undefined;
  return (
    <div className={classes['grid']}>
      <p className="quiet">{t('norms.note')}</p>
      <CompaniesPanel companies={data.companies} onEdit={onEdit} />
      <div className={classes['column']}>
        <IndustriesPanel industries={data.industries} onEdit={onEdit} />
        <BandsPanel key={JSON.stringify(data.bands)} bands={data.bands} mayEdit={mayEdit} />
      </div>
      {edited !== null && <NormForm edited={edited} onClose={() => setEdited(null)} />}
    </div>
  );
}
