import { useLanguage } from '../i18n/language.ts';
import { certainty } from './certainty.ts';
import classes from './whisker.module.css';

interface WhiskerProps {
  readonly nps: number;
  readonly confidence: { readonly low: number; readonly high: number } | null;
  /** The ends of the shared scale, so that rows can be compared. */
  readonly from: number;
  readonly to: number;
  /** A score to compare with, drawn as a thin line. */
  readonly reference?: number | undefined;
}

/** A score as a dot on its interval; paler where it is less certain. The scale rises to the right in every language. */
export function Whisker({ nps, confidence, from, to, reference }: WhiskerProps) {
  const { format } = useLanguage();
  const at = (value: number): string => `${(100 * (Math.min(to, Math.max(from, value)) - from)) / (to - from)}%`;
  return (
    <div className={classes['scale']} aria-hidden style={{ opacity: 0.35 + 0.65 * certainty(confidence) }} title={confidence ? format.interval(confidence.low, confidence.high) : undefined}>
      {from < 0 && to > 0 && <span className={classes['zero']} style={{ left: at(0) }} />}
      {reference !== undefined && <span className={classes['reference']} style={{ left: at(reference) }} />}
      {confidence && <span className={classes['range']} style={{ left: at(confidence.low), right: `calc(100% - ${at(confidence.high)})` }} />}
      <span className={classes['dot']} style={{ left: at(nps) }} />
    </div>
  );
}
