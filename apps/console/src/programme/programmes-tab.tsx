import { Button, Skeleton, Table } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../app/panel.tsx';
import { ProblemView } from '../app/problem-view.tsx';
import { RowsTable } from '../app/rows-table.tsx';
import { useProgrammes } from '../catalog/catalog.ts';
import { useLanguage } from '../i18n/language.ts';
import { may } from '../session/scopes.ts';
import { useSession } from '../session/session.ts';
import { CreateProgramme } from './create-programme.tsx';

/** Whom each programme asks, how and how often. */
export function ProgrammesTab() {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const session = useSession();
  const mayEdit = may(session, 'catalog:write') && session.units === null;
  const { data, error, refetch } = useProgrammes();
  const [creating, setCreating] = useState(false);
  return (
    <Panel flush title={t('programme.tabs.programmes')} hint={t('programme.programmesHint')} actions={mayEdit && <Button size="xs" leftSection={<IconPlus size={14} />} onClick={() => setCreating(true)}>{t('programme.addProgramme')}</Button>}>
      {error !== null && data === undefined ? <ProblemView error={error} onRetry={() => void refetch()} /> : data === undefined ? <Skeleton height={120} m={16} w="auto" /> : (
        <RowsTable>
          <Table.Thead>
            <Table.Tr><Table.Th>{t('programme.name')}</Table.Th><Table.Th>{t('programme.kind')}</Table.Th><Table.Th>{t('programme.audience')}</Table.Th><Table.Th>{t('programme.channels')}</Table.Th><Table.Th>{t('programme.sample')}</Table.Th><Table.Th>{t('programme.frequency')}</Table.Th><Table.Th>{t('programme.quietHours')}</Table.Th><Table.Th>{t('asking.versionShort')}</Table.Th></Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.map((programme) => (
              <Table.Tr key={programme.key}>
                <Table.Td><Link to="/programme/$programmeKey" params={{ programmeKey: programme.key }}><b>{programme.name}</b></Link> <code className="ltr quiet">{programme.key}</code></Table.Td>
                <Table.Td data-label={t('programme.kind')}>{t(`programme.kinds.${programme.kind}`)}{programme.anonymous && <span className="quiet"> · {t('programme.anonymous')}</span>}</Table.Td>
                <Table.Td data-label={t('programme.audience')}>{t(`programme.audiences.${programme.audience}`)}</Table.Td>
                <Table.Td data-label={t('programme.channels')}>{programme.channels.map((channel) => t(`channel.${channel}`)).join(', ')}</Table.Td>
                <Table.Td className="figure" data-label={t('programme.sample')}>{format.percent(programme.sample)}</Table.Td>
                <Table.Td data-label={t('programme.frequency')}>{programme.frequency === null ? t('programme.noLimit') : t('programme.onceIn', { count: programme.frequency.days })}</Table.Td>
                <Table.Td className="figure" data-label={t('programme.quietHours')}>{programme.quietHours === null ? '–' : <span className="ltr">{programme.quietHours.from}–{programme.quietHours.to}</span>}</Table.Td>
                <Table.Td className="figure" data-label={t('asking.versionShort')}>{programme.version}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </RowsTable>
      )}
      {creating && <CreateProgramme onClose={() => setCreating(false)} />}
    </Panel>
  );
}
