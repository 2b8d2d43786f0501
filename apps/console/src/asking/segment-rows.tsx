import { ActionIcon, Button, NumberInput, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './asking.module.css';
import type { FieldsProps } from './fields.ts';

/** The segments that are asked, each with its survey. */
export function SegmentRows({ draft, set, problem }: FieldsProps) {
  const { t } = useTranslation();
  const put = (at: number, change: Partial<(typeof draft.segments)[number]>): void => set({ segments: draft.segments.map((one, index) => (index === at ? { ...one, ...change } : one)) });
  return (
    <div className={classes['rows']}>
      {draft.segments.map((one, index) => (
        <div key={index} className={classes['row']}>
          <TextInput aria-label={t('asking.segment')} placeholder={t('asking.segmentExample')} value={one.segment} onChange={(event) => put(index, { segment: event.currentTarget.value })} error={problem?.of(`segments[${index}].segment`)} dir="auto" className={classes['wide']} />
          <NumberInput aria-label={t('asking.survey')} prefix={`${t('asking.survey')} `} min={1} allowDecimal={false} value={one.survey} onChange={(survey) => put(index, { survey })} error={problem?.of(`segments[${index}].survey`)} className={classes['small']} />
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('asking.removeOf', { name: one.segment || t('asking.segment') })} onClick={() => set({ segments: draft.segments.filter((_, at) => at !== index) })}><IconX size={16} /></ActionIcon>
        </div>
      ))}
      <Button variant="default" size="xs" leftSection={<IconPlus size={14} />} onClick={() => set({ segments: [...draft.segments, { segment: '', survey: 1 }] })}>{t('asking.addSegment')}</Button>
    </div>
  );
}
