import type { Measure } from '@candor/contracts';
import type { ScoreRow } from '../figures/score-row.ts';
import type { DayRange } from '../time/range.ts';
import type { EChartsCoreOption } from './echarts.ts';
import { axisRange, tickTimes, type TrendPoint } from './trend-series.ts';

interface Look {
  readonly measure: Measure;
  readonly dark: boolean;
  readonly still: boolean;
  readonly range: DayRange;
  /** Days on which something happened, in ms. */
  readonly marks: readonly number[];
  /** Days on which it changed how figures are made, in ms: what is left and right of them is not alike. */
  readonly breaks: readonly number[];
  readonly signed: (value: number) => string;
  /** The name of the step that begins at this time. */
  readonly step: (at: number) => string;
  readonly describe: (point: { nps: string; low: string; high: string; n: number }) => string;
}

/** The trend as ECharts wants it: a line on a band from low to high (the band is a transparent base with the width stacked on it). */
export function trendOption(points: readonly TrendPoint[], look: Look, rows: readonly ScoreRow[]): EChartsCoreOption {
  const ink = look.dark ? '#dfe2e4' : '#1b1f22';
  const quiet = look.dark ? '#a0a7ad' : '#5a6167';
  const line = look.dark ? '#2e3337' : '#e3e6e7';
  const accent = look.dark ? '#6fc5b6' : '#0b7468';
  const { min, max, step } = axisRange(points, look.measure);
  const sizes = new Map(rows.map((row) => [row.from.slice(0, 16), row.n]));
  const sizeAt = (at: number): number => {
    const iso = new Date(at).toISOString();
    return sizes.get(iso.slice(0, 10)) ?? sizes.get(iso.slice(0, 16)) ?? 0;
  };
  const band = { type: 'line', stack: 'band', stackStrategy: 'all', symbol: 'none', lineStyle: { opacity: 0 }, silent: true, tooltip: { show: false } };
  return {
    animation: !look.still,
    animationDuration: 250,
    animationDurationUpdate: 250,
    textStyle: { fontFamily: 'inherit', fontSize: 11 },
    grid: { left: 44, right: 14, top: 12, bottom: 26 },
    xAxis: {
      type: 'time', min: Date.parse(look.range.from), max: Date.parse(look.range.to), axisLine: { lineStyle: { color: line } }, axisTick: { show: false },
      axisLabel: { color: quiet, fontSize: 11, hideOverlap: true, customValues: tickTimes(points), formatter: (at: number) => look.step(at) },
    },
    yAxis: { type: 'value', min, max, interval: step, splitLine: { lineStyle: { color: line } }, axisLabel: { color: quiet, fontSize: 11, formatter: (value: number) => look.signed(value) } },
    tooltip: {
      trigger: 'axis', backgroundColor: look.dark ? '#272c30' : '#fff', borderColor: line, textStyle: { color: ink, fontSize: 12 }, axisPointer: { lineStyle: { color: quiet } },
      formatter: (hovered: unknown) => {
        const at = (hovered as { axisValue: number }[])[0]?.axisValue;
        const point = points.find((candidate) => candidate.at === at);
        if (at === undefined || point === undefined || point.nps === null) return '';
        return `<b>${look.step(at)}</b><br>${look.describe({ nps: look.signed(point.nps), low: look.signed(point.low ?? point.nps), high: look.signed(point.high ?? point.nps), n: sizeAt(at) })}`;
      },
    },
    series: [
      { ...band, id: 'low', data: points.map((point) => [point.at, point.low]) },
      { ...band, id: 'width', data: points.map((point) => [point.at, point.low === null || point.high === null ? null : point.high - point.low]), areaStyle: { color: accent, opacity: look.dark ? 0.22 : 0.14 } },
      { id: 'nps', type: 'line', data: points.map((point) => [point.at, point.nps]), symbol: 'circle', symbolSize: 5, showSymbol: points.length < 70, lineStyle: { color: accent, width: 2 }, itemStyle: { color: accent },
        markLine: { silent: true, symbol: ['none', 'triangle'], symbolSize: 7, animation: false, label: { show: false }, lineStyle: { color: quiet, type: 'dashed', width: 1 }, data: [...look.marks.map((xAxis) => ({ xAxis })), ...look.breaks.map((xAxis) => ({ xAxis, symbol: ['none', 'rect'], lineStyle: { color: ink, type: 'solid' as const, width: 1.5 } }))] } },
    ],
  };
}
