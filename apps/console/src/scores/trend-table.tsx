import type { Measure } from '@candor/contracts';
import { Table } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { keyOf, type Break } from '../breaks/break.ts';
import { StepBreak } from '../breaks/step-breaks.tsx';
import { ScoreFigure } from '../figures/score-figure.tsx';
import type { ScoreRow } from '../figures/score-row.ts';
import { useLanguage } from '../i18n/language.ts';
import { notesByStep, type Note } from '../notes/note.ts';
import { StepNote } from '../notes/step-notes.tsx';
import type { Interval } from '../time/range.ts';
import { stepLabel } from './step-label.ts';

/** @param notes stand in a row of their own below the step they fall into, as breaks do */
export function TrendTable({ measure, rows, interval, notes, breaks }: { measure: Measure; rows: readonly ScoreRow[]; interval: Interval; notes: readonly Note[]; breaks: readonly Break[] }) {
  const { t } = useTranslation();
  const { language, format } = useLanguage();
  const broken = notesByStep(breaks, rows.map((row) => row.from));
  const happened = notesByStep(notes, rows.map((row) => row.from));
  return (
    <Table.ScrollContainer minWidth={520} mah={320} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table verticalSpacing={3} stickyHeader>
        <Table.Thead>
          <Table.Tr><Table.Th>{t('scores.when')}</Table.Th><Table.Th>{t('scores.figure')}</Table.Th><Table.Th>{t('segment.promoter')}</Table.Th><Table.Th>{t('segment.passive')}</Table.Th><Table.Th>{t('segment.detractor')}</Table.Th></Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Fragment key={row.from}>
              <Table.Tr>
                <Table.Td className="figure">{stepLabel(row.from, interval, language)}</Table.Td>
                <Table.Td><ScoreFigure row={row} measure={measure} /></Table.Td>
                <Table.Td className="figure">{row.promoters === null ? '–' : format.count(row.promoters)}</Table.Td>
                <Table.Td className="figure">{row.passives === null ? '–' : format.count(row.passives)}</Table.Td>
                <Table.Td className="figure">{row.detractors === null ? '–' : format.count(row.detractors)}</Table.Td>
              </Table.Tr>
              {broken.get(row.from)?.map((one) => <Table.Tr key={keyOf(one)}><Table.Td className="quiet">{t('breaks.title')}</Table.Td><Table.Td colSpan={4}><StepBreak broken={one} /></Table.Td></Table.Tr>)}
              {happened.get(row.from)?.map((note) => <Table.Tr key={note.id}><Table.Td className="quiet">{t('notes.column')}</Table.Td><Table.Td colSpan={4}><StepNote note={note} /></Table.Td></Table.Tr>)}
            </Fragment>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
