import type { Measure } from '@candor/contracts';
import { Skeleton, Table } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { segmentOf } from '@candor/nps';
import { useTranslation } from 'react-i18next';
import { Panel } from '../app/panel.tsx';
import { Waiting } from '../app/waiting.tsx';
import { Distribution } from '../figures/distribution.tsx';
import { hasSegments, scoreAt } from '../figures/measure.ts';
import { useScoreWord } from '../figures/use-score-word.ts';
import { SegmentMark } from '../figures/segment-mark.tsx';
import { scoreQuery, type Selection } from '../filters/selection.ts';
import { useLanguage } from '../i18n/language.ts';
import { Behind } from './behind.tsx';
import { useScores } from './use-scores.ts';

/** How the scores are spread: the same figure can hide different mixes. */
export function DistributionPanel({ selection }: { selection: Selection }) {
  const { t } = useTranslation();
  const [asTable, { toggle }] = useDisclosure();
  const query = scoreQuery(selection);
  const scores = useScores(query);
  const { data } = scores;
  const counts = data?.data[0]?.counts;
  return (
    <Panel title={t('scores.distribution')} hint={t('scores.distributionHint')} actions={<Behind query={query} selection={selection} table={{ shown: asTable, toggle }} />}>
      {data === undefined ? <Waiting on={[scores]}><Skeleton height={184} /></Waiting> : counts === undefined || counts === null || counts.every((count) => count === 0) ? <p className="quiet">{t(counts === null ? 'figure.suppressed' : 'figure.none')}</p> : asTable ? <CountsTable counts={counts} measure={data.measure} /> : <Distribution counts={counts} measure={data.measure} />}
    </Panel>
  );
}

export function CountsTable({ counts, measure = 'nps' }: { counts: readonly number[]; measure?: Measure }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const wordOf = useScoreWord(measure);
  const n = counts.reduce((sum, count) => sum + count, 0);
  return (
    <Table verticalSpacing={3}>
      <Table.Thead><Table.Tr><Table.Th>{t('scores.score')}</Table.Th>{hasSegments(measure) && <Table.Th>{t('scores.segment')}</Table.Th>}<Table.Th>{t('scores.answers')}</Table.Th><Table.Th>{t('scores.share')}</Table.Th></Table.Tr></Table.Thead>
      <Table.Tbody>
        {counts.map((count, index) => {
          const score = scoreAt(measure, index);
          const segment = segmentOf(measure, score);
          return (
            <Table.Tr key={score}>
              <Table.Td className="figure">{wordOf(score)}</Table.Td>
              {segment && <Table.Td><SegmentMark segment={segment} /></Table.Td>}
              <Table.Td className="figure">{format.count(count)}</Table.Td>
              <Table.Td className="figure">{format.percent(count / n, 1)}</Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
