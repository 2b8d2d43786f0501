import type { Measure } from '@candor/contracts';
import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/language.ts';
import { hasSegments, scoreAt, toneOf } from './measure.ts';
import { useScoreWord } from './use-score-word.ts';
import { SegmentMark } from './segment-mark.tsx';
import classes from './shares.module.css';

/** How often each score of the measure was given. The scale runs from 0 on the left in every language: it is never mirrored. */
export function Distribution({ counts: given, measure = 'nps' }: { counts: readonly number[]; measure?: Measure }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const wordOf = useScoreWord(measure);
  const counts = given.map((count, index) => ({ count, score: scoreAt(measure, index) }));
  const most = Math.max(1, ...given);
  const n = given.reduce((sum, count) => sum + count, 0);
  return (
    <div role="img" aria-label={t('figure.distributionOf', { list: counts.map(({ count, score }) => `${wordOf(score)}: ${count}`).join(', ') })}>
      <div className={classes['plot']}>
        {counts.map(({ count, score }) => (
          <Tooltip key={score} label={t('figure.distributionBar', { score: wordOf(score), count, shown: format.count(count), share: format.percent(n === 0 ? 0 : count / n, 1) })}>
            <div className={classes['column']}>
              <span>{count > 0 && n > 0 ? format.percent(count / n) : ''}</span>
              <div><div className={classes['fill']} style={{ blockSize: `${(100 * count) / most}%`, background: `var(--${toneOf(measure, score)})` }} /></div>
              <span>{wordOf(score)}</span>
            </div>
          </Tooltip>
        ))}
      </div>
      {hasSegments(measure) && <div className={classes['groups']}>
        {(['detractor', 'passive', 'promoter'] as const).map((segment) => (
          <span key={segment} style={{ borderColor: `var(--${segment})` }}><SegmentMark segment={segment} /></span>
        ))}
      </div>}
    </div>
  );
}
