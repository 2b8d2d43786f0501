import { ActionIcon, Button, Input, Select } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './asking.module.css';
import { DurationInput } from './duration-input.tsx';
import type { FieldsProps } from './fields.ts';
import type { PolicyDraft } from './policy.ts';

const MOST = 5;

/** To those who stay silent, each so long after the message before it. */
export function ReminderRows({ draft: { reminders }, set, problem }: FieldsProps) {
  const { t } = useTranslation();
  const put = (at: number, change: Partial<PolicyDraft['reminders'][number]>): void => set({ reminders: reminders.map((one, index) => (index === at ? { ...one, ...change } : one)) });
  return (
    <Input.Wrapper label={t('asking.reminders')} description={t('asking.remindersHint')} labelElement="div" error={problem?.errors.find(({ field }) => field === 'reminders')?.message}>
      <div className={classes['rows']}>
        {reminders.map((one, index) => (
          <div key={`${index} of ${reminders.length}`} className={classes['row']}>
            <span className={classes['place']}>{index + 1}</span>
            <DurationInput bare label={t('asking.reminderAfter', { number: index + 1 })} value={one.after} onChange={(after) => put(index, { after })} error={problem?.of(`reminders[${index}].after`)} />
            <Select aria-label={t('asking.reminderChannel')} value={one.channel} allowDeselect={false} data={(['next', 'same'] as const).map((value) => ({ value, label: t(`asking.reminderOn.${value}`) }))}
              onChange={(value) => put(index, { channel: value === 'same' ? 'same' : 'next' })} error={problem?.of(`reminders[${index}].channel`)} className={classes['wide']} />
            <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('asking.removeOf', { name: t('asking.reminderNumber', { number: index + 1 }) })} onClick={() => set({ reminders: reminders.filter((_, at) => at !== index) })}><IconX size={16} /></ActionIcon>
          </div>
        ))}
        {reminders.length < MOST && <Button variant="default" size="xs" leftSection={<IconPlus size={14} />} onClick={() => set({ reminders: [...reminders, { after: 'P3D', channel: 'next' }] })}>{t('asking.addReminder')}</Button>}
      </div>
    </Input.Wrapper>
  );
}
