import { useTranslation } from 'react-i18next';
import { SegmentMark } from './segment-mark.tsx';
import type { Segment } from './segments.ts';
import classes from './segment.module.css';

/** One answer's score on its scale, with its segment where the measure knows such. */
export function AnswerScore({ score, segment, of = 10 }: { score: number; segment: Segment | null | undefined; of?: number }) {
  const { t } = useTranslation();
  return (
    <span className={classes['answer']}>
      <span className="bidi" dir="ltr" aria-label={t('figure.scoreOf', { score, of })} role="img">
        <span className={classes['score']}>{score}</span><span className={classes['of']}>/{of}</span>
      </span>
      {segment && <SegmentMark segment={segment} />}
    </span>
  );
}
