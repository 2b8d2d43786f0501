import { useTranslation } from 'react-i18next';
import table from '../app/fact-table.module.css';
import { AnswerScore } from '../figures/answer-score.tsx';
import { SegmentMark } from '../figures/segment-mark.tsx';
import { useLanguage } from '../i18n/language.ts';
import type { Account } from './account.ts';
import classes from './accounts.module.css';

export function AccountsTable({ accounts, money }: { accounts: readonly Account[]; money: (amount: number) => string }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  return (
    <table className={table['table']}>
      <thead><tr><th scope="col">{t('accounts.account')}</th><th scope="col">{t('accounts.standing')}</th><th scope="col">{t('accounts.decider')}</th><th scope="col" className={table['end']}>{t('accounts.answers')}</th><th scope="col" className={table['end']}>{t('accounts.worth')}</th></tr></thead>
      <tbody>
        {accounts.map(({ account, standing, decider, n, people, nps, revenue }) => (
          <tr key={account}>
            <th scope="row"><bdi>{account}</bdi></th>
            <td>{standing === 'silent' ? <span className={classes['silent']}>{t('funnel.silent')}</span> : <SegmentMark segment={standing} />}</td>
            <td data-label={t('accounts.decider')}>{decider === null ? <span className="quiet">{t('accounts.unknown')}</span> : <><AnswerScore score={decider.score} segment={null} /> <small><bdi>{decider.role}</bdi></small></>}</td>
            <td className={table['end']} data-label={t('accounts.answers')}>{nps === null ? '–' : <b className="figure">{format.signed(nps)}</b>} <small className="figure">{people === 0 ? t('figure.n', { shown: format.count(n) }) : t('accounts.of', { answers: format.count(n), people: format.count(people) })}</small></td>
            <td className={table['end']} data-label={t('accounts.worth')}>{revenue === null ? '–' : <bdi className="figure">{money(revenue)}</bdi>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
