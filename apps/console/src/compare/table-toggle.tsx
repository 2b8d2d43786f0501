import { ActionIcon, Tooltip } from '@mantine/core';
import { IconChartLine, IconTable } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** A chart as its table, and back. */
export function TableToggle({ shown, toggle }: { shown: boolean; toggle: () => void }) {
  const { t } = useTranslation();
  const text = t(shown ? 'behind.chart' : 'behind.table');
  return (
    <Tooltip label={text}>
      <ActionIcon variant="subtle" color="gray" aria-label={text} aria-pressed={shown} onClick={toggle}>{shown ? <IconChartLine size={16} /> : <IconTable size={16} />}</ActionIcon>
    </Tooltip>
  );
}
