import { Table, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { RowsTable } from '../app/rows-table.tsx';
import { useNames } from '../catalog/catalog.ts';
import type { Selection } from '../filters/selection.ts';
import { useLanguage } from '../i18n/language.ts';
import type { LedgerSearch } from '../interactions/ledger-search.ts';
import { behind, ofStage } from './behind.ts';
import type { FunnelSearch, Split } from './funnel-search.ts';
import classes from './funnel.module.css';
import type { SummaryRow } from './summary.ts';

interface SplitTableProps {
  readonly rows: readonly SummaryRow[];
  readonly split: Split;
  /** Units that stand for all below them. What is left of a unit above them cannot be asked for: its name would stand for all of them. */
  readonly compared: ReadonlySet<string>;
  readonly selection: Selection;
  readonly servedBy: string | undefined;
  readonly onChange: (change: Partial<FunnelSearch>) => void;
}

const COLUMNS = ['interactions', 'invited', 'delivered', 'answered'] as const;

/** Numbers open the decisions behind them; a name narrows the whole page to itself. */
export function SplitTable({ rows, split, compared, selection, servedBy, onChange }: SplitTableProps) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const names = useNames();
  const shown = (row: SummaryRow, key: string): string => (split === 'unit' ? names.unit(key) : split === 'touchpoint' ? names.touchpoint(key) : row.channel && split === 'channel' ? t(`channel.${row.channel}`) : key);
  return (
    <RowsTable>
      <Table.Thead>
        <Table.Tr><Table.Th>{t(`funnel.by.${split}`)}</Table.Th>{COLUMNS.map((column) => <Table.Th key={column} ta="end">{t(`funnel.stage.${column}`)}</Table.Th>)}<Table.Th ta="end">{t('funnel.bounced')}</Table.Th><Table.Th ta="end">{t('funnel.answerShare')}</Table.Th></Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => {
          const key = row[split];
          // What has no channel or nobody who served cannot be asked for by name.
          const part: LedgerSearch | null = key === undefined || key === '' || (split === 'unit' && !compared.has(key)) ? null : { [split]: key };
          const narrows = part !== null && split !== 'channel';
          const label = key === undefined || key === '' ? <span className="quiet">{t(`funnel.none.${split}`)}</span> : <Named name={split === 'servedBy' ? row.servedByName : undefined} id={shown(row, key)} />;
          return (
            <Table.Tr key={key ?? ''}>
              <Table.Td>{narrows ? <UnstyledButton className={classes['narrow']} onClick={() => onChange({ [split]: key })}>{label}</UnstyledButton> : label}</Table.Td>
              {COLUMNS.map((column) => (
                <Table.Td key={column} ta="end" className="figure" data-label={t(`funnel.stage.${column}`)}>{part === null || row[column] === 0 ? format.count(row[column]) : <Link to="/interactions" search={behind(selection, servedBy, { ...part, ...ofStage(column) })}>{format.count(row[column])}</Link>}</Table.Td>
              ))}
              <Table.Td ta="end" className="figure" data-label={t('funnel.bounced')}>{format.count(row.bounced)}</Table.Td>
              <Table.Td ta="end" className="figure" data-label={t('funnel.answerShare')}>{row.delivered === 0 ? '–' : format.percent(row.answered / row.delivered)}</Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </RowsTable>
  );
}

/** A person by name where it is known; the id stays beside it, since several may have one name, and the filter takes ids. */
function Named({ name, id }: { name: string | undefined; id: string }) {
  return name === undefined ? <bdi>{id}</bdi> : <><bdi>{name}</bdi> <code className="ltr quiet">{id}</code></>;
}
