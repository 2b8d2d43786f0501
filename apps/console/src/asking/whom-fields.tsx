import { NumberInput, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '../app/panel.tsx';
import classes from './asking.module.css';
import type { FieldsProps } from './fields.ts';
import { QuotaFields } from './quota-fields.tsx';
import { SegmentRows } from './segment-rows.tsx';

/** Whom of those who were there the programme asks. */
export function WhomFields({ draft, set, problem }: FieldsProps) {
  const { t } = useTranslation();
  const named = draft.segments.length > 0;
  return (
    <Panel title={t('asking.whom')} hint={t('asking.whomHint')}>
      <div className={classes['form']}>
        <Switch label={t('asking.onlySegments')} description={t('asking.onlySegmentsHint')} checked={named} onChange={(event) => set({ segments: event.currentTarget.checked ? [{ segment: '', survey: draft.survey }] : [] })} />
        {named ? <SegmentRows draft={draft} set={set} problem={problem} /> : (
          <NumberInput label={t('asking.survey')} description={t('asking.surveyHint')} min={1} allowDecimal={false} value={draft.survey} onChange={(survey) => set({ survey })} error={problem?.of('survey')} className={classes['short']} />
        )}
        {problem?.errors.some(({ field }) => field === 'segments') && <p role="alert" className={classes['refused']}>{problem.of('segments')}</p>}
        <NumberInput label={t('programme.sample')} description={t('asking.sampleHint')} suffix="%" min={0} max={100} value={draft.sample} onChange={(sample) => set({ sample })} error={problem?.of('sample')} className={classes['short']} />
        <QuotaFields draft={draft} set={set} problem={problem} />
      </div>
    </Panel>
  );
}
