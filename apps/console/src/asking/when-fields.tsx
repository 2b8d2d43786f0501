import { Select, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../app/panel.tsx';
import { useLanguage } from '../i18n/language.ts';
import classes from './asking.module.css';
import { COUNTRIES } from './countries.ts';
import { DurationInput } from './duration-input.tsx';
import type { FieldsProps } from './fields.ts';

/** When somebody is asked: quiet time delays, it never drops. The delay after the event is the touchpoint's. */
export function WhenFields({ draft, set, problem }: FieldsProps) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const countries = useMemo(() => {
    const names = new Intl.DisplayNames(language, { type: 'region' });
    const codes = draft.country === '' || COUNTRIES.includes(draft.country) ? COUNTRIES : [...COUNTRIES, draft.country];
    return codes.map((code) => ({ value: code, label: nameOf(names, code) })).sort((a, b) => a.label.localeCompare(b.label, language));
  }, [language, draft.country]);
  return (
    <Panel title={t('asking.when')} hint={t('asking.whenHint')}>
      <div className={classes['form']}>
        <div className={classes['two']}>
          <TextInput type="time" label={t('programme.quietFrom')} value={draft.quietFrom} onChange={(event) => set({ quietFrom: event.currentTarget.value })} error={problem?.of('quietHours.from') ?? problem?.of('quietHours')} />
          <TextInput type="time" label={t('programme.quietTo')} value={draft.quietTo} onChange={(event) => set({ quietTo: event.currentTarget.value })} error={problem?.of('quietHours.to')} />
        </div>
        <p className={classes['note']}>{t('asking.quietHint')}</p>
        {(draft.channels.includes('voice') || draft.callFrom !== '' || draft.callTo !== '') && (
          <>
            <div className={classes['two']}>
              <TextInput type="time" label={t('asking.callFrom')} value={draft.callFrom} onChange={(event) => set({ callFrom: event.currentTarget.value })} error={problem?.of('callHours.from') ?? problem?.of('callHours')} />
              <TextInput type="time" label={t('asking.callTo')} value={draft.callTo} onChange={(event) => set({ callTo: event.currentTarget.value })} error={problem?.of('callHours.to')} />
            </div>
            <p className={classes['note']}>{t('asking.callHint')}</p>
          </>
        )}
        <Select label={t('asking.calendar')} description={t('asking.calendarHint')} placeholder={t('asking.recipients')} value={draft.country || null} data={countries} searchable clearable onChange={(value) => set({ country: value ?? '' })} error={problem?.of('calendar')}
          nothingFoundMessage={t('filter.nothing')} clearButtonProps={{ 'aria-label': t('filter.clear') }} />
        <DurationInput label={t('programme.expiry')} value={draft.expiry} onChange={(expiry) => set({ expiry })} error={problem?.of('expiry')} description={t('asking.expiryHint')} />
      </div>
    </Panel>
  );
}

function nameOf(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
