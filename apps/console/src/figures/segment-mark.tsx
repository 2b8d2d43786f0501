import { useTranslation } from 'react-i18next';
import { SHAPES, type Segment } from './segments.ts';
import classes from './segment.module.css';

/** A segment by colour, shape and word. `bare` leaves the word to screen readers, where it already stands beside. */
export function SegmentMark({ segment, bare = false }: { segment: Segment; bare?: boolean }) {
  const { t } = useTranslation();
  const word = t(`segment.${segment}`);
  return (
    <span className={classes['mark']}>
      <svg viewBox="0 0 12 12" width={11} height={11} fill={`var(--${segment})`} {...(bare ? { role: 'img', 'aria-label': word } : { 'aria-hidden': true })}><path d={SHAPES[segment]} /></svg>
      {!bare && word}
    </span>
  );
}
