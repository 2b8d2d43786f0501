import { SegmentedControl, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { UnitFilter } from '../filters/unit-filter.tsx';
import { may } from '../session/scopes.ts';
import { useSession } from '../session/session.ts';
import classes from './inbox.module.css';
import { STATUSES, type InboxSearch } from './inbox-search.ts';
import { useStaff } from './use-staff.ts';

export function InboxFilters({ search, onChange }: { search: InboxSearch; onChange: (change: Partial<InboxSearch>) => void }) {
  const { t } = useTranslation();
  const session = useSession();
  const staff = useStaff();
  const agents = (may(session, 'cases:assign') ? staff : [{ id: session.subject, name: session.name }]).map(({ id, name }) => ({ value: id, label: id === session.subject ? t('inbox.me') : name }));
  return (
    <div className={classes['filters']}>
      <SegmentedControl
        size="xs" fullWidth value={search.status ?? 'mine'} aria-label={t('inbox.status')}
        data={(['mine', ...STATUSES] as const).map((value) => ({ value, label: t(`inbox.filter.${value}`) }))}
        onChange={(value) => onChange({ status: STATUSES.find((status) => status === value), ...(value === 'mine' || value === 'open' ? { assignee: undefined } : {}) })}
      />
      <div className={classes['filterRow']}>
        <UnitFilter value={search.unit} onChange={(unit) => onChange({ unit })} />
        {(search.status === 'claimed' || search.status === 'closed') && (
          <Select size="sm" clearable data={agents} value={search.assignee ?? null} onChange={(assignee) => onChange({ assignee: assignee ?? undefined })} placeholder={t('inbox.anyone')} aria-label={t('inbox.assignee')}
            clearButtonProps={{ 'aria-label': t('filter.clear') }} />
        )}
      </div>
    </div>
  );
}
