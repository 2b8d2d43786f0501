import { Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Panel } from '../app/panel.tsx';
import { RowsTable } from '../app/rows-table.tsx';
import { useNames, useUnits } from '../catalog/catalog.ts';
import { Ago } from '../time/ago.tsx';
import { closedUnits } from './closing.ts';

/** Units that are no more, with what took their place: their answers stay. */
export function ClosedUnits() {
  const { t } = useTranslation();
  const names = useNames();
  const closed = closedUnits(useUnits().data ?? []);
  if (closed.length === 0) return null;
  return (
    <div style={{ marginBlockStart: 14 }}>
      <Panel flush title={t('programme.closedUnits')} hint={t('programme.closedUnitsHint')}>
        <RowsTable verticalSpacing={4}>
          <Table.Thead><Table.Tr><Table.Th>{t('programme.name')}</Table.Th><Table.Th>{t('programme.key')}</Table.Th><Table.Th>{t('programme.successor')}</Table.Th><Table.Th>{t('programme.closedAt')}</Table.Th></Table.Tr></Table.Thead>
          <Table.Tbody>
            {closed.map(({ key, name, mergedInto, closedAt }) => (
              <Table.Tr key={key}>
                <Table.Td><Link to="/scores" search={{ unit: key }}><bdi>{name}</bdi></Link></Table.Td>
                <Table.Td data-label={t('programme.key')}><code className="ltr quiet">{key}</code></Table.Td>
                <Table.Td data-label={t('programme.successor')}>{mergedInto ? <Link to="/scores" search={{ unit: mergedInto }}><bdi>{names.unit(mergedInto)}</bdi></Link> : <span className="quiet">{t('programme.noSuccessor')}</span>}</Table.Td>
                <Table.Td data-label={t('programme.closedAt')}>{closedAt && <Ago at={closedAt} />}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </RowsTable>
      </Panel>
    </div>
  );
}
