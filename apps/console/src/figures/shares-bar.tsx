import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/language.ts';
import { SegmentMark } from './segment-mark.tsx';
import { SEGMENTS } from './segments.ts';
import classes from './shares.module.css';

interface Shares {
  readonly n: number;
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
}

/** The three shares of the answers, in one bar and in words. */
export function SharesBar({ shares }: { shares: Shares }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const counts = { promoter: shares.promoters, passive: shares.passives, detractor: shares.detractors };
  return (
    <div>
      <div className={classes['bar']} aria-hidden>
        {SEGMENTS.map((segment) => <span key={segment} style={{ flexGrow: counts[segment], background: `var(--${segment})` }} />)}
      </div>
      <dl className={classes['legend']}>
        {SEGMENTS.map((segment) => (
          <div key={segment}>
            <dt><SegmentMark segment={segment} /></dt>
            <dd>
              <b className="figure">{shares.n === 0 ? '–' : format.percent(counts[segment] / shares.n)}</b>
              <span className="figure quiet">{t('figure.answers', { count: counts[segment], shown: format.count(counts[segment]) })}</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
