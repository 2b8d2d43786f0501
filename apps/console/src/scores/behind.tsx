import { ActionIcon, Tooltip } from '@mantine/core';
import { IconChartLine, IconMessage2, IconTable } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Query } from '../api/query.ts';
import { IconLink } from '../app/icon-link.tsx';
import { selectionSearch, type Selection } from '../filters/selection.ts';
import { ApiCall } from './api-call.tsx';
import { SCORES_PATH } from './use-scores.ts';

interface BehindProps {
  /** Of the API, where it is not that of scores. */
  readonly path?: string;
  readonly query: Query;
  readonly selection: Selection;
  /** Where the panel can be a chart or a table. */
  readonly table?: { readonly shown: boolean; readonly toggle: () => void };
}

/** What is behind a figure: its table, the answers it is made of, and the API call that returns the same. */
export function Behind({ path = SCORES_PATH, query, selection, table }: BehindProps) {
  const { t } = useTranslation();
  const tableText = t(table?.shown ? 'behind.chart' : 'behind.table');
  return (
    <>
      {table && (
        <Tooltip label={tableText}>
          <ActionIcon variant="subtle" color="gray" aria-label={tableText} aria-pressed={table.shown} onClick={table.toggle}>
            {table.shown ? <IconChartLine size={16} /> : <IconTable size={16} />}
          </ActionIcon>
        </Tooltip>
      )}
      <Tooltip label={t('behind.answers')}>
        <IconLink to="/answers" search={selectionSearch(selection)} label={t('behind.answers')}><IconMessage2 size={16} /></IconLink>
      </Tooltip>
      <ApiCall path={path} query={query} />
    </>
  );
}
