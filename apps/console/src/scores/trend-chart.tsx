import type { Measure } from '@candor/contracts';
import { useComputedColorScheme } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { shownValue } from '../figures/measure.ts';
import type { ScoreRow } from '../figures/score-row.ts';
import { useLanguage } from '../i18n/language.ts';
import { isolate } from '../i18n/isolate.ts';
import type { DayRange, Interval } from '../time/range.ts';
import { init, type EChartsType } from './echarts.ts';
import { fitToPaper } from './fit-to-paper.ts';
import classes from './scores.module.css';
import { stepLabel } from './step-label.ts';
import { trendOption } from './trend-option.ts';
import { trendPoints } from './trend-series.ts';

interface TrendChartProps {
  readonly measure: Measure;
  readonly rows: readonly ScoreRow[];
  readonly range: DayRange;
  readonly interval: Interval;
  readonly marks: readonly number[];
  readonly breaks: readonly number[];
  readonly dimmed: boolean;
}

export function TrendChart({ measure, rows, range, interval, marks, breaks, dimmed }: TrendChartProps) {
  const { t } = useTranslation();
  const { language, rtl, format } = useLanguage();
  const dark = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark';
  const still = useReducedMotion(false, { getInitialValueInEffect: false });
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(null);

  useEffect(() => {
    if (!box.current) return;
    chart.current = init(box.current, undefined, { renderer: 'svg' });
    const observer = new ResizeObserver(() => chart.current?.resize());
    observer.observe(box.current);
    const stopFitting = fitToPaper(box.current);
    return () => {
      stopFitting();
      observer.disconnect();
      chart.current?.dispose();
    };
  }, []);

  const option = useMemo(
    () => trendOption(trendPoints(rows, interval, measure), { measure, dark, still, range, marks, breaks, signed: (value) => shownValue(value, measure, format), step: (at) => isolate(stepLabel(new Date(at).toISOString(), interval, language), rtl ? 'rtl' : 'ltr'), describe: (point) => t(point.low === point.high ? 'measure.trendPoint' : 'scores.trendPoint', point) }, rows),
    [measure, rows, dark, still, range, interval, marks, breaks, language, rtl, format, t],
  );
  useEffect(() => chart.current?.setOption(option, { replaceMerge: ['series'] }), [option]);

  return <div ref={box} className={classes['chart']} role="img" aria-label={t('scores.trendAlt')} style={{ opacity: dimmed ? 0.55 : 1 }} />;
}
