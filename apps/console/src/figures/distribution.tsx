import { Tooltip } from '@mantine/core';
import { segmentOf } from '@candor/nps';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/language.ts';
import { SegmentMark } from './segment-mark.tsx';
import classes from './shares.module.css';

/** How often each score 0 to 10 was given. The scale runs from 0 on the left in every language: it is never mirrored. */
export function Distribution({ counts }: { counts: readonly number[] }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const most = Math.max(1, ...counts);
  const n = counts.reduce((sum, count) => sum + count, 0);
  return (
    <div role="img" aria-label={t('figure.distributionOf', { list: counts.map((count, score) => `${score}: ${count}`).join(', ') })}>
      <div className={classes['plot']}>
        {counts.map((count, score) => (
          <Tooltip key={score} label={t('figure.distributionBar', { score, count, shown: format.count(count), share: format.percent(n === 0 ? 0 : count / n, 1) })}>
            <div className={classes['column']}>
              <span>{count > 0 && n > 0 ? format.percent(count / n) : ''}</span>
              <div><div className={classes['fill']} style={{ blockSize: `${(100 * count) / most}%`, background: `var(--${segmentOf('nps', score)})` }} /></div>
              <span>{score}</span>
            </div>
          </Tooltip>
        ))}
      </div>
      <div className={classes['groups']}>
        {(['detractor', 'passive', 'promoter'] as const).map((segment) => (
          <span key={segment} style={{ borderColor: `var(--${segment})` }}><SegmentMark segment={segment} /></span>
        ))}
      </div>
    </div>
  );
}
