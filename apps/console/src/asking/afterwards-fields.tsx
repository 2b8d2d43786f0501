import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '../app/panel.tsx';
import classes from './asking.module.css';
import { DeclareCuts } from '../cuts/declare-cuts.tsx';
import { DurationInput } from './duration-input.tsx';
import type { FieldsProps } from './fields.ts';

/** What holds once somebody has answered. */
export function AfterwardsFields({ draft, set, problem }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <Panel title={t('asking.afterwards')} hint={t('asking.afterwardsHint')}>
      <div className={classes['two']}>
        <DurationInput label={t('programme.amendWindow')} value={draft.amendWindow} onChange={(amendWindow) => set({ amendWindow })} error={problem?.of('amendWindow')} />
        <DurationInput label={t('programme.caseDue')} value={draft.caseDue} onChange={(caseDue) => set({ caseDue })} error={problem?.of('caseDue')} />
        <NumberInput label={t('programme.leastN')} description={t('asking.leastNHint')} min={1} allowDecimal={false} value={draft.leastN} onChange={(leastN) => set({ leastN })} error={problem?.of('leastN')} inputWrapperOrder={['label', 'input', 'error', 'description']} />
      </div>
      <DeclareCuts draft={draft} set={set} problem={problem} />
    </Panel>
  );
}
