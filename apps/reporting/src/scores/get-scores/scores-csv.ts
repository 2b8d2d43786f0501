import type { Scores } from '../scores.service.ts';
import { csvOf, type CsvColumn } from '../../csv/csv.ts';
import type { Figure } from '../figure.ts';

type Line = Figure & Pick<Scores, 'programme' | 'measure' | 'asOf'>;

const COLUMNS: CsvColumn<Line>[] = [
  ['programme', (line) => line.programme], ['measure', (line) => line.measure], ['touchpoint', (line) => line.touchpoint], ['unit', (line) => line.unit],
  ['from', (line) => line.from], ['to', (line) => line.to], ['nps', (line) => line.nps], ['n', (line) => line.n],
  ['promoters', (line) => line.promoters], ['passives', (line) => line.passives], ['detractors', (line) => line.detractors],
  ...Array.from({ length: 11 }, (_, i): CsvColumn<Line> => [`counts${i}`, (line) => line.counts?.[i]]),
  ['mean', (line) => line.mean],
  ['confidenceLow', (line) => line.confidence?.low], ['confidenceHigh', (line) => line.confidence?.high], ['confidenceLevel', (line) => line.confidence?.level],
  ['womi', (line) => line.womi?.value], ['falseDetractors', (line) => line.womi?.falseDetractors],
  ['invited', (line) => line.invited], ['answered', (line) => line.answered], ['pending', (line) => line.pending], ['bounced', (line) => line.bounced],
  ['responseRate', (line) => line.responseRate], ['sufficient', (line) => line.sufficient], ['suppressed', (line) => line.suppressed], ['asOf', (line) => line.asOf],
];

/** The figures with one line per row; what the JSON has as null is empty. `counts0` is the lowest score of the measure. */
export function scoresCsv({ data, programme, measure, asOf }: Scores): string {
  return csvOf(COLUMNS, data.map((figure) => ({ ...figure, programme, measure, asOf })));
}
