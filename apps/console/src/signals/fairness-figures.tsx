import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/language.ts';
import { share, SHARES, type FairnessWhy } from './signal.ts';
import classes from './signals.module.css';
import { useTestWords } from './use-chance.ts';

/** Every share beside that of the others at the same touchpoint. */
export function FairnessFigures({ why }: { why: FairnessWhy }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const test = useTestWords();
  return (
    <div className={classes['scroll']}>
      <table className={classes['figures']}>
        <caption className="quiet">{test(why)}</caption>
        <thead><tr><td /><th scope="col">{t('signals.here')}</th><th scope="col">{t('signals.peers')}</th></tr></thead>
        <tbody>
          {SHARES.map((of) => {
            const one = why[of];
            return one && (
              <tr key={of}>
                <th scope="row">{t(`signals.share.${of}`)}</th>
                {[one, one.peers].map((part, i) => <td key={i} className="figure"><b>{format.percent(share(part))}</b> <span className="quiet">{t('signals.countOf', { count: format.count(part.count), of: format.count(part.of) })}</span></td>)}
              </tr>
            );
          })}
          <tr><th scope="row">{t('signals.share.run')}</th><td className="figure">{format.count(why.run.length)}</td><td /></tr>
        </tbody>
      </table>
    </div>
  );
}
