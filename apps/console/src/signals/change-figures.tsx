import { useTranslation } from 'react-i18next';
import { ScoreFigure } from '../figures/score-figure.tsx';
import { Whisker } from '../figures/whisker.tsx';
import { useLanguage } from '../i18n/language.ts';
import type { ChangeWhy } from './signal.ts';
import classes from './signals.module.css';
import { useTestWords } from './use-chance.ts';

const STEP = 20;

/** Before and now on one scale, each with its interval: a table that is its own chart. */
export function ChangeFigures({ why }: { why: ChangeWhy }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const test = useTestWords();
  const { baseline, recent } = why;
  const ends = [baseline, recent].flatMap(({ nps, confidence }) => [nps ?? 0, confidence?.low ?? 0, confidence?.high ?? 0]);
  const [from, to] = [Math.floor(Math.min(...ends) / STEP) * STEP, Math.ceil(Math.max(...ends) / STEP) * STEP];
  const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return (
    <div className={classes['scroll']}>
      <table className={classes['figures']}>
        <caption className="quiet">{test(why)}</caption>
        <tbody>
          {([['before', baseline], ['now', recent]] as const).map(([which, figure]) => (
            <tr key={which}>
              <th scope="row">{t(`signals.${which}`)} <small className="quiet">{day.formatRange(new Date(figure.from), new Date(Date.parse(figure.to) - 86_400_000))}</small></th>
              <td className={classes['wide']}>{figure.nps !== null && <Whisker nps={figure.nps} confidence={figure.confidence} from={from} to={to} reference={which === 'now' ? (baseline.nps ?? undefined) : undefined} />}</td>
              <td><ScoreFigure row={{ ...figure, sufficient: true, suppressed: false }} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
