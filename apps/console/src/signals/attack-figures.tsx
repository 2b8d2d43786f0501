import { useTranslation } from 'react-i18next';
import { Distribution } from '../figures/distribution.tsx';
import { useLanguage } from '../i18n/language.ts';
import type { AttackWhy } from './signal.ts';
import classes from './signals.module.css';
import { useTestWords } from './use-chance.ts';

/** How many came against how many usually do, and how alike they are. */
export function AttackFigures({ why }: { why: AttackWhy }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const test = useTestWords();
  const most = Math.max(1, why.recent, why.busiest);
  const rows = [['today', why.recent, format.count(why.recent)], ['usualDay', why.expected, format.mean(why.expected)], ['busiestDay', why.busiest, format.count(why.busiest)]] as const;
  return (
    <>
      <table className={classes['figures']}>
        <caption className="quiet">{test(why)}</caption>
        <tbody>
          {rows.map(([which, count, shown]) => (
            <tr key={which}><th scope="row">{t(`signals.${which}`)}</th><td className={classes['wide']} aria-hidden><span className={classes['bar']} style={{ inlineSize: `${(100 * count) / most}%` }} /></td><td className="figure">{shown}</td></tr>
          ))}
        </tbody>
      </table>
      <Distribution counts={why.scores} />
    </>
  );
}
