import { MultiSelect, NumberInput, Select, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './asking.module.css';
import { CHANNELS } from './channels.ts';
import type { FieldsProps } from './fields.ts';
import type { PolicyDraft } from './policy.ts';

const PERIODS = ['day', 'week', 'month'] as const;

/** At most so many per unit and person served: for channels that cost, the most valuable customers first. */
export function QuotaFields({ draft, set, problem }: FieldsProps) {
  const { t } = useTranslation();
  const { quota } = draft;
  const put = (change: Partial<NonNullable<PolicyDraft['quota']>>): void => set({ quota: quota && { ...quota, ...change } });
  return (
    <>
      <Switch label={t('asking.quota')} description={t('asking.quotaHint')} checked={quota !== null} error={quota === null ? problem?.of('quota') : undefined} onChange={(event) => set({ quota: event.currentTarget.checked ? { n: 5, period: 'week', channels: ['voice'] } : null })} />
      {quota && (
        <div className={classes['row']}>
          <NumberInput label={t('asking.quotaN')} min={1} allowDecimal={false} value={quota.n} onChange={(n) => put({ n })} error={problem?.of('quota.n')} className={classes['small']} />
          <Select label={t('asking.quotaPeriod')} value={quota.period} allowDeselect={false} data={PERIODS.map((value) => ({ value, label: t(`asking.periods.${value}`) }))} onChange={(value) => put({ period: PERIODS.find((one) => one === value) ?? quota.period })} error={problem?.of('quota.period')} className={classes['small']} />
          <MultiSelect label={t('asking.quotaChannels')} value={[...quota.channels]} data={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))} onChange={(chosen) => put({ channels: CHANNELS.filter((one) => chosen.includes(one)) })} error={problem?.of('quota.channels')} className={classes['wide']} />
        </div>
      )}
    </>
  );
}
