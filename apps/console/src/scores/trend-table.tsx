import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ScoreFigure } from '../figures/score-figure.tsx';
import type { ScoreRow } from '../figures/score-row.ts';
import { useLanguage } from '../i18n/language.ts';
import type { Interval } from '../time/range.ts';
import { stepLabel } from './step-label.ts';

export function TrendTable({ rows, interval }: { rows: readonly ScoreRow[]; interval: Interval }) {
  const { t } = useTranslation();
  const { language, format } = useLanguage();
  return (
    <Table.ScrollContainer minWidth={520} mah={320}>
      <Table verticalSpacing={3} stickyHeader>
        <Table.Thead>
          <Table.Tr><Table.Th>{t('scores.when')}</Table.Th><Table.Th>{t('scores.figure')}</Table.Th><Table.Th>{t('segment.promoter')}</Table.Th><Table.Th>{t('segment.passive')}</Table.Th><Table.Th>{t('segment.detractor')}</Table.Th></Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.from}>
              <Table.Td className="figure">{stepLabel(row.from, interval, language)}</Table.Td>
              <Table.Td><ScoreFigure row={row} /></Table.Td>
              <Table.Td className="figure">{row.promoters === null ? '–' : format.count(row.promoters)}</Table.Td>
              <Table.Td className="figure">{row.passives === null ? '–' : format.count(row.passives)}</Table.Td>
              <Table.Td className="figure">{row.detractors === null ? '–' : format.count(row.detractors)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
