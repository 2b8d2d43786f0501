import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Panel } from '../app/panel.tsx';
import { useLanguage } from '../i18n/language.ts';
import { useReasonWords } from '../ledger/use-reason-words.ts';
import { behind } from './behind.ts';
import classes from './funnel.module.css';
import type { FunnelPanelProps } from './stages-panel.tsx';

/** Every interaction by its one reason: the sum is the number of interactions, always, and stands below. */
export function ReasonsPanel({ summary, selection, servedBy }: FunnelPanelProps) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const words = useReasonWords();
  const most = Math.max(1, ...(summary?.data.map(({ interactions }) => interactions) ?? []));
  return (
    <Panel title={t('funnel.reasons')} hint={t('funnel.reasonsHint')}>
      {summary === undefined ? <Skeleton height={230} /> : (
        <table className={classes['reasons']}>
          <thead><tr><th scope="col">{t('ledger.outcome')}</th><th scope="col" aria-hidden /><th scope="col" className={classes['end']}>{t('nav.interactions')}</th></tr></thead>
          <tbody>
            {summary.data.map(({ outcome, reason, interactions }) => outcome && (
              <tr key={`${outcome} ${reason}`}>
                <th scope="row"><Link to="/interactions" search={behind(selection, servedBy, { outcome, ...(reason === undefined ? {} : { reason }) })}>{t(`decision.${outcome}`)}</Link> <small className="quiet">{words(reason ?? '')}</small></th>
                <td aria-hidden><span className={classes['thin']} style={{ inlineSize: `${(100 * interactions) / most}%` }} /></td>
                <td className={classes['end']}>{format.count(interactions)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot><tr><th scope="row" colSpan={2}>{t('funnel.sum')}</th><td className={classes['end']}>{format.count(summary.data.reduce((sum, { interactions }) => sum + interactions, 0))}</td></tr></tfoot>
        </table>
      )}
    </Panel>
  );
}
