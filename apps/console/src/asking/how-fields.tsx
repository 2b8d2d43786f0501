import { Checkbox, MultiSelect } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../app/panel.tsx';
import { useLanguage } from '../i18n/language.ts';
import classes from './asking.module.css';
import { ChannelOrder } from './channel-order.tsx';
import { CHANNELS } from './channels.ts';
import type { FieldsProps } from './fields.ts';
import { ReminderRows } from './reminder-rows.tsx';
import { languageNames, LANGUAGES } from './survey-languages.ts';

/** How the question reaches people: channels in order, languages, reminders. */
export function HowFields({ draft, set, problem }: FieldsProps) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const named = useMemo(() => languageNames(language), [language]);
  const demandable = CHANNELS.filter((channel) => channel !== 'voice');
  return (
    <Panel title={t('asking.how')} hint={t('asking.howHint')}>
      <div className={classes['form']}>
        <ChannelOrder draft={draft} set={set} problem={problem} />
        <Checkbox.Group label={t('asking.demandsConsent')} description={t('asking.demandsConsentHint')} value={[...new Set<string>([...draft.demandsConsent, 'voice'])]} onChange={(chosen) => set({ demandsConsent: CHANNELS.filter((one) => (one === 'voice' ? draft.demandsConsent : chosen).includes(one)) })} error={problem?.of('demandsConsent')}>
          <div className={classes['checks']}>
            {demandable.map((channel) => <Checkbox key={channel} value={channel} label={t(`channel.${channel}`)} />)}
            <Checkbox value="voice" disabled label={t('channel.voice')} />
          </div>
        </Checkbox.Group>
        <MultiSelect label={t('asking.languages')} description={t('asking.languagesHint')} placeholder={draft.languages.length === 0 ? t('asking.allLanguages') : ''} value={[...draft.languages]} searchable clearable
          data={[...new Set([...LANGUAGES, ...draft.languages])].map((value) => ({ value, label: named(value) }))} onChange={(languages) => set({ languages })} error={problem?.of('languages')} clearButtonProps={{ 'aria-label': t('filter.clear') }} />
        <ReminderRows draft={draft} set={set} problem={problem} />
      </div>
    </Panel>
  );
}
