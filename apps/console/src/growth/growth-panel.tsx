import { IconAlertTriangle } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { Panel } from '../app/panel.tsx';
import { useAnonymous } from '../drivers/use-anonymous.ts';
import { SegmentMark } from '../figures/segment-mark.tsx';
import { segmentQuery, type Selection } from '../filters/selection.ts';
import { useLanguage } from '../i18n/language.ts';
import { ApiCall } from '../scores/api-call.tsx';
import type { Group, Growth } from './growth.ts';
import classes from './growth.module.css';
import { useMoney } from './use-money.ts';

const PATH = '/v1/scores/growth';

/** Money by what customers said before; where interactions do not say what they were worth the panel is not there. */
export function GrowthPanel({ selection }: { selection: Selection }) {
  const { t } = useTranslation();
  const query = segmentQuery(selection);
  const anonymous = useAnonymous(selection.programme);
  const { data } = useQuery({ queryKey: ['growth', query], queryFn: ({ signal }) => call<Growth>(PATH, { query, signal }), placeholderData: keepPreviousData, staleTime: 60_000, enabled: anonymous === false });
  const money = useMoney(data?.currency);
  const { format } = useLanguage();
  if (!data?.all || data.all.revenue.before + data.all.revenue.now === 0) return null;
  return (
    <Panel title={t('growth.title')} hint={t('growth.hint')} actions={<ApiCall path={PATH} query={query} />}>
      {data.badProfits && <p className={classes['warning']} role="status"><IconAlertTriangle size={16} aria-hidden />{t('growth.badProfits')}</p>}
      <table className={classes['table']}>
        <thead><tr><th scope="col">{t('growth.said')}</th>{COLUMNS.map((column) => <th key={column} scope="col" className={classes['end']}>{t(`growth.${column}`)}</th>)}</tr></thead>
        <tbody>{data.data.map((group) => <Row key={group.segment} group={group} money={money} />)}</tbody>
        <tfoot><Row group={data.all} money={money} /></tfoot>
      </table>
      <p className={classes['note']}>{data.earnedGrowth === null ? t('growth.noReferrals') : t('growth.earned', { growth: format.percent(data.earnedGrowth, 1), told: format.count(data.all.new.told), of: format.count(data.all.new.customers), referred: format.count(data.all.new.referred) })}{data.otherCurrencies && ` ${t('accounts.otherCurrencies')}`}</p>
    </Panel>
  );
}

const COLUMNS = ['customers', 'before', 'now', 'retention', 'churn', 'lifetime'] as const;

function Row({ group: { segment, customers, revenue, netRevenueRetention, churn, lifetimeValue }, money }: { group: Group; money: (amount: number) => string }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const shown = {
    customers: format.count(customers), before: money(revenue.before), now: money(revenue.now), retention: netRevenueRetention === null ? '–' : format.percent(netRevenueRetention),
    churn: churn.share === null ? '–' : format.percent(churn.share), lifetime: lifetimeValue === null ? '–' : money(lifetimeValue),
  };
  return (
    <tr>
      <th scope="row">{segment === 'all' || segment === 'unasked' ? t(`growth.group.${segment}`) : <SegmentMark segment={segment} />}</th>
      {COLUMNS.map((column) => <td key={column} className={classes['end']} data-label={t(`growth.${column}`)}><bdi className="figure">{shown[column]}</bdi></td>)}
    </tr>
  );
}
