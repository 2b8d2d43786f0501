import { Button, Skeleton, Table, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../app/panel.tsx';
import { useProgrammes, type Programme } from '../catalog/catalog.ts';
import { useLanguage } from '../i18n/language.ts';
import { may } from '../session/scopes.ts';
import { useSession } from '../session/session.ts';
import { ProgrammeForm } from './programme-form.tsx';

/** Whom each programme asks, how and how often. */
export function ProgrammesTab() {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const mayEdit = may(useSession(), 'catalog:write');
  const { data } = useProgrammes();
  const [edited, setEdited] = useState<Programme | 'new' | null>(null);
  return (
    <Panel flush title={t('programme.tabs.programmes')} hint={t('programme.programmesHint')} actions={mayEdit && <Button size="xs" leftSection={<IconPlus size={14} />} onClick={() => setEdited('new')}>{t('programme.addProgramme')}</Button>}>
      {data === undefined ? <Skeleton height={120} m={16} w="auto" /> : (
        <Table.ScrollContainer minWidth={680} px={16}>
          <Table>
            <Table.Thead>
              <Table.Tr><Table.Th>{t('programme.name')}</Table.Th><Table.Th>{t('programme.kind')}</Table.Th><Table.Th>{t('programme.audience')}</Table.Th><Table.Th>{t('programme.channels')}</Table.Th><Table.Th>{t('programme.sample')}</Table.Th><Table.Th>{t('programme.frequency')}</Table.Th><Table.Th>{t('programme.quietHours')}</Table.Th><Table.Th><VisuallyHidden>{t('programme.edit')}</VisuallyHidden></Table.Th></Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.map((programme) => (
                <Table.Tr key={programme.key}>
                  <Table.Td><b>{programme.name}</b> <code className="ltr quiet">{programme.key}</code></Table.Td>
                  <Table.Td>{t(`programme.kinds.${programme.kind}`)}{programme.anonymous && <span className="quiet"> · {t('programme.anonymous')}</span>}</Table.Td>
                  <Table.Td>{t(`programme.audiences.${programme.audience}`)}</Table.Td>
                  <Table.Td>{programme.channels.map((channel) => t(`channel.${channel}`)).join(', ')}</Table.Td>
                  <Table.Td className="figure">{format.percent(programme.sample)}</Table.Td>
                  <Table.Td>{programme.frequency === null ? t('programme.noLimit') : t('programme.onceIn', { count: programme.frequency.days })}</Table.Td>
                  <Table.Td className="figure">{programme.quietHours === null ? '–' : <span className="ltr">{programme.quietHours.from}–{programme.quietHours.to}</span>}</Table.Td>
                  <Table.Td ta="end">{mayEdit && <Button size="compact-xs" variant="default" onClick={() => setEdited(programme)}>{t('programme.edit')}</Button>}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {edited !== null && <ProgrammeForm programme={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Panel>
  );
}
