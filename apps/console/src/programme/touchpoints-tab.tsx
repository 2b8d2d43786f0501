import { Button, Skeleton, Table, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { durationWords } from '../asking/duration-words.ts';
import { EmptyNote } from '../app/empty-note.tsx';
import { Panel } from '../app/panel.tsx';
import { RowsTable } from '../app/rows-table.tsx';
import { Waiting } from '../app/waiting.tsx';
import { useNames, useTouchpoints, type Touchpoint } from '../catalog/catalog.ts';
import { useLanguage } from '../i18n/language.ts';
import { may } from '../session/scopes.ts';
import { useSession } from '../session/session.ts';
import { TouchpointForm } from './touchpoint-form.tsx';
import { WeightChanges } from './weight-changes.tsx';

export function TouchpointsTab() {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const names = useNames();
  const mayEdit = may(useSession(), 'catalog:write');
  const touchpoints = useTouchpoints();
  const { data } = touchpoints;
  const [edited, setEdited] = useState<Touchpoint | 'new' | null>(null);
  return (
    <Panel flush title={t('programme.tabs.touchpoints')} hint={t('programme.touchpointsHint')} actions={mayEdit && <Button size="xs" leftSection={<IconPlus size={14} />} onClick={() => setEdited('new')}>{t('programme.addTouchpoint')}</Button>}>
      {data === undefined ? <Waiting on={[touchpoints]}><Skeleton height={160} m={16} w="auto" /></Waiting> : data.length === 0 ? <EmptyNote title={t('programme.noTouchpoints')} text={t('programme.noTouchpointsText')} /> : (
        <RowsTable>
          <Table.Thead><Table.Tr><Table.Th>{t('programme.name')}</Table.Th><Table.Th>{t('programme.key')}</Table.Th><Table.Th>{t('programme.programme')}</Table.Th><Table.Th>{t('programme.weight')}</Table.Th><Table.Th>{t('programme.delay')}</Table.Th><Table.Th><VisuallyHidden>{t('programme.edit')}</VisuallyHidden></Table.Th></Table.Tr></Table.Thead>
          <Table.Tbody>
            {data.map((touchpoint) => (
              <Table.Tr key={touchpoint.key}>
                <Table.Td><Link to="/scores" search={{ touchpoint: touchpoint.key, ...(touchpoint.programme === 'transactional' ? {} : { programme: touchpoint.programme }) }}>{touchpoint.name}</Link></Table.Td>
                <Table.Td data-label={t('programme.key')}><code className="ltr quiet">{touchpoint.key}</code></Table.Td>
                <Table.Td data-label={t('programme.programme')}>{names.programme(touchpoint.programme)}</Table.Td>
                <Table.Td className="figure" data-label={t('programme.weight')}>{touchpoint.weight}<WeightChanges weights={touchpoint.weights} /></Table.Td>
                <Table.Td data-label={t('programme.delay')}>{durationWords(touchpoint.delay, language) || t('programme.atOnce')}</Table.Td>
                <Table.Td ta="end">{mayEdit && <Button size="compact-xs" variant="default" onClick={() => setEdited(touchpoint)}>{t('programme.edit')}</Button>}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </RowsTable>
      )}
      {edited !== null && <TouchpointForm touchpoint={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Panel>
  );
}
