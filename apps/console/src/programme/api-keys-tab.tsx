import { Button, Skeleton, Table, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from '../app/empty-note.tsx';
import { Panel } from '../app/panel.tsx';
import { ProblemView } from '../app/problem-view.tsx';
import { RowsTable } from '../app/rows-table.tsx';
import { useNames } from '../catalog/catalog.ts';
import { Ago } from '../time/ago.tsx';
import { useApiKeys } from './api-keys.ts';
import { CreateKey } from './create-key.tsx';
import classes from './programme.module.css';
import { RevokeKey } from './revoke-key.tsx';

/** The keys of other systems: what each may do, and for which units. */
export function ApiKeysTab() {
  const { t } = useTranslation();
  const names = useNames();
  const { data, error, refetch } = useApiKeys();
  const [creating, setCreating] = useState(false);
  return (
    <Panel flush title={t('programme.tabs.keys')} hint={t('keys.hint')} actions={<Button size="xs" leftSection={<IconPlus size={14} />} onClick={() => setCreating(true)}>{t('keys.create')}</Button>}>
      {error && data === undefined ? <ProblemView error={error} onRetry={() => void refetch()} /> : data === undefined ? <Skeleton height={120} m={16} w="auto" /> : data.length === 0 ? <EmptyNote title={t('keys.none')} text={t('keys.noneText')} /> : (
        <RowsTable>
          <Table.Thead><Table.Tr><Table.Th>{t('programme.name')}</Table.Th><Table.Th>{t('keys.scopes')}</Table.Th><Table.Th>{t('keys.units')}</Table.Th><Table.Th>{t('keys.created')}</Table.Th><Table.Th><VisuallyHidden>{t('keys.revoke')}</VisuallyHidden></Table.Th></Table.Tr></Table.Thead>
          <Table.Tbody>
            {data.map((key) => (
              <Table.Tr key={key.id}>
                <Table.Td><b>{key.name}</b></Table.Td>
                <Table.Td data-label={t('keys.scopes')}><span className={classes['scopes']}>{key.scopes.map((scope) => <code key={scope} className="ltr">{scope}</code>)}</span></Table.Td>
                <Table.Td data-label={t('keys.units')}>{key.units === null ? t('filter.allUnits') : key.units.map(names.unit).join(', ')}</Table.Td>
                <Table.Td data-label={t('keys.created')}><Ago at={key.createdAt} /></Table.Td>
                <Table.Td ta="end">{key.revokedAt === null ? <RevokeKey apiKey={key} /> : <span className="quiet">{t('keys.revoked')} <Ago at={key.revokedAt} /></span>}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </RowsTable>
      )}
      {creating && <CreateKey onClose={() => setCreating(false)} />}
    </Panel>
  );
}
