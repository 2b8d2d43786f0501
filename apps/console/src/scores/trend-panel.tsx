import { Select, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from '../app/empty-note.tsx';
import { Panel } from '../app/panel.tsx';
import { Waiting } from '../app/waiting.tsx';
import { oneOf } from '../filters/search-string.ts';
import { StepBreaks } from '../breaks/step-breaks.tsx';
import { useBreaks } from '../breaks/use-breaks.ts';
import { scoreQuery, type Selection } from '../filters/selection.ts';
import { notesOf } from '../notes/note.ts';
import { StepNotes } from '../notes/step-notes.tsx';
import { useNotes } from '../notes/use-notes.ts';
import type { Interval } from '../time/range.ts';
import { Behind } from './behind.tsx';
import { ROLLING, TREND_STEPS, type Rolling, type ScoresSearch } from './scores-search.ts';
import { TrendTable } from './trend-table.tsx';
import { useScores } from './use-scores.ts';

/** The chart library is fetched only where a chart is shown. */
const TrendChart = lazy(async () => ({ default: (await import('./trend-chart.tsx')).TrendChart }));

interface TrendPanelProps {
  readonly selection: Selection;
  readonly interval: Interval;
  /** Rolling figures, one for each day; absent: steps. */
  readonly window: Rolling | undefined;
  readonly onSteps: (steps: { [K in 'interval' | 'window']: ScoresSearch[K] | undefined }) => void;
}

/** How the figure went over time, with its interval as a band. Steps with too few answers are gaps, not numbers. */
export function TrendPanel({ selection, interval: steps, window, onSteps }: TrendPanelProps) {
  const { t } = useTranslation();
  const [asTable, { toggle }] = useDisclosure();
  const interval = window === undefined ? steps : 'day';
  const query = { ...scoreQuery(selection), interval, window };
  const scores = useScores(query);
  const { data, isPlaceholderData } = scores;
  const notes = useNotes(notesOf(selection)).data?.data;
  const marks = useMemo(() => (notes ?? []).map((note) => Date.parse(note.day)), [notes]);
  const found = useBreaks(query).data?.data;
  const breaks = useMemo(() => (found ?? []).map((one) => Date.parse(one.day)), [found]);
  const shown = data?.data.some((row) => row.sufficient) ?? false;
  const choose = (
    <Select
      size="xs" w={150} value={window ?? interval} aria-label={t('scores.step')} allowDeselect={false}
      data={[{ group: t('scores.step'), items: TREND_STEPS.map((value) => ({ value, label: t(`scores.by.${value}`) })) }, { group: t('rolling.group'), items: ROLLING.map((value) => ({ value, label: t(`rolling.${value}`) })) }]}
      onChange={(value) => onSteps({ interval: oneOf(TREND_STEPS, value), window: oneOf(ROLLING, value) })}
    />
  );
  return (
    <Panel title={t('scores.trend')} hint={window === undefined ? t('scores.trendHint') : t('rolling.hint')} actions={<>{choose}<Behind query={query} selection={selection} table={{ shown: asTable, toggle }} /></>}>
      {data === undefined ? <Waiting on={[scores]}><Skeleton height={260} /></Waiting> : asTable ? <TrendTable measure={data.measure} rows={data.data} interval={interval} notes={notes ?? []} breaks={found ?? []} /> : !shown ? <EmptyNote title={t('figure.tooFew')} text={t('scores.trendEmpty')} /> : (
        <Suspense fallback={<Skeleton height={260} />}><TrendChart measure={data.measure} rows={data.data} range={selection.range} interval={interval} marks={marks} breaks={breaks} dimmed={isPlaceholderData} /></Suspense>
      )}
      {!asTable && <StepBreaks breaks={found ?? []} />}
      {!asTable && <StepNotes notes={notes ?? []} />}
    </Panel>
  );
}
