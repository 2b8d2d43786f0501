import { Checkbox, Input, NumberInput, Select, Switch, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../app/panel.tsx';
import { useTouchpoints } from '../catalog/catalog.ts';
import { useLanguage } from '../i18n/language.ts';
import classes from './asking.module.css';
import { DurationInput } from './duration-input.tsx';
import type { FieldsProps } from './fields.ts';
import { newWalk, type WalkDraft } from './policy.ts';
import { weekdays } from './weekdays.ts';

/** How a relationship programme goes through the customer base: everybody once per period, evenly over its days. */
export function WalkFields({ draft, set, problem, programme }: FieldsProps & { programme: string }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const { data: touchpoints = [] } = useTouchpoints();
  const own = touchpoints.filter((one) => one.programme === programme);
  const days = useMemo(() => weekdays(language), [language]);
  const { walk } = draft;
  if (draft.kind !== 'relationship' && walk === null) return null;
  const put = (change: Partial<WalkDraft>): void => set({ walk: walk && { ...walk, ...change } });
  return (
    <Panel title={t('asking.walk')} hint={t('asking.walkHint')}>
      <div className={classes['form']}>
        <Switch label={t('asking.walks')} description={t('asking.walksHint')} checked={walk !== null} error={walk === null ? problem?.of('walk') : undefined}
          onChange={(event) => set({ walk: event.currentTarget.checked ? newWalk(own[0]?.key ?? '', new Date()) : null })} />
        {walk && (
          <>
            <div className={classes['two']}>
              <Select label={t('asking.walkTouchpoint')} description={t('asking.walkTouchpointHint')} value={walk.touchpoint || null} data={own.map(({ key, name }) => ({ value: key, label: name }))} nothingFoundMessage={t('asking.noTouchpoints')} required
                onChange={(touchpoint) => put({ touchpoint: touchpoint ?? '' })} error={problem?.of('walk.touchpoint') ?? problem?.of('walk')} />
              <TextInput type="date" label={t('asking.walkFrom')} description={t('asking.walkFromHint')} value={walk.from} required onChange={(event) => put({ from: event.currentTarget.value })} error={problem?.of('walk.from')} />
              <DurationInput label={t('asking.walkPeriod')} value={walk.period} onChange={(period) => put({ period })} error={problem?.of('walk.period')} />
              <NumberInput label={t('asking.walkShare')} description={t('asking.walkShareHint')} suffix="%" min={0} max={100} value={walk.share} onChange={(share) => put({ share })} error={problem?.of('walk.share')} />
            </div>
            <Input.Wrapper label={t('asking.walkDays')} error={problem?.of('walk.days')} labelElement="div" labelProps={{ id: 'walk-days' }}>
              <div className={classes['checks']} role="group" aria-labelledby="walk-days">
                {days.map(({ day, name }) => (
                  <Checkbox key={day} label={name} checked={walk.days.includes(day)} onChange={(event) => put({ days: event.currentTarget.checked ? [...walk.days, day].sort() : walk.days.filter((one) => one !== day) })} />
                ))}
              </div>
            </Input.Wrapper>
            <div className={classes['two']}>
              <TextInput type="time" label={t('asking.walkHoursFrom')} value={walk.hours.from} required onChange={(event) => put({ hours: { ...walk.hours, from: event.currentTarget.value } })} error={problem?.of('walk.hours.from')} />
              <TextInput type="time" label={t('asking.walkHoursTo')} value={walk.hours.to} required onChange={(event) => put({ hours: { ...walk.hours, to: event.currentTarget.value } })} error={problem?.of('walk.hours.to')} />
            </div>
            <p className={classes['note']}>{t('asking.walkHoursHint')}</p>
          </>
        )}
      </div>
    </Panel>
  );
}
