import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '../app/panel.tsx';
import classes from './asking.module.css';
import type { FieldsProps } from './fields.ts';

/** How often one person hears from programmes of this kind, and whose turn it is when two want it. */
export function HowOftenFields({ draft, set, problem }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <Panel title={t('asking.howOften')} hint={t('asking.howOftenHint')}>
      <div className={classes['two']}>
        <NumberInput label={t('programme.frequencyDays')} description={t('asking.frequencyHint')} min={1} allowDecimal={false} value={draft.days} onChange={(days) => set({ days })} error={problem?.of('frequency')} placeholder={t('programme.noLimit')} inputWrapperOrder={['label', 'input', 'error', 'description']} />
        <NumberInput label={t('programme.priority')} description={t('asking.priorityHint')} allowDecimal={false} value={draft.priority} onChange={(priority) => set({ priority })} error={problem?.of('priority')} inputWrapperOrder={['label', 'input', 'error', 'description']} />
      </div>
    </Panel>
  );
}
