import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '../app/panel.tsx';
import { useAnonymous } from '../drivers/use-anonymous.ts';
import { ScoreFigure } from '../figures/score-figure.tsx';
import { segmentQuery, type Selection } from '../filters/selection.ts';
import { useMoney } from '../growth/use-money.ts';
import { useLanguage } from '../i18n/language.ts';
import { ApiCall } from '../scores/api-call.tsx';
import type { Accounts } from './account.ts';
import { AccountsTable } from './accounts-table.tsx';
import classes from './accounts.module.css';
import { ACCOUNTS_PATH, useAccounts } from './use-accounts.ts';

const FIGURES = ['allAnswers', 'accountAverage', 'decisionMakerFirst'] as const;

/** Clients that are companies; where there are none the panel is not there. */
export function AccountsPanel({ selection }: { selection: Selection }) {
  const { t } = useTranslation();
  const query = segmentQuery(selection);
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useAccounts(query, useAnonymous(selection.programme) === false);
  const money = useMoney(data?.pages[0]?.revenue?.currency);
  const first = data?.pages[0];
  if (!first || first.accounts === 0) return null;
  return (
    <Panel title={t('accounts.title')} hint={t('accounts.hint')} actions={<ApiCall path={ACCOUNTS_PATH} query={query} />}>
      <Facts accounts={first} money={money} />
      <AccountsTable accounts={data.pages.flatMap((page) => page.data)} money={money} />
      {hasNextPage && <div className={classes['more']}><Button size="xs" variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('accounts.more')}</Button></div>}
    </Panel>
  );
}

function Facts({ accounts: { accounts, answered, revenue, ...figures }, money }: { accounts: Accounts; money: (amount: number) => string }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  return (
    <dl className={classes['facts']}>
      {FIGURES.map((name) => <div key={name}><dt>{t(`accounts.figure.${name}`)}</dt><dd><ScoreFigure row={{ ...figures[name], sufficient: figures[name].confidence !== null, suppressed: false }} /></dd></div>)}
      <div><dt>{t('accounts.heard')}</dt><dd className="figure">{format.count(answered)} <small>{t('silence.of', { shown: format.count(accounts) })}</small></dd></div>
      {revenue && <div><dt>{t('accounts.covered')}</dt><dd><span className="figure">{revenue.share === null ? '–' : format.percent(revenue.share)}</span> <small>{t('silence.of', { shown: money(revenue.total) })}{revenue.otherCurrencies && ` ${t('accounts.otherCurrencies')}`}</small></dd></div>}
      {revenue && <div><dt>{t('accounts.atRisk')}</dt><dd className="figure">{money(revenue.atRisk)}</dd></div>}
    </dl>
  );
}
