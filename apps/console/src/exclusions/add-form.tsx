import { Button, Select, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.ts';
import { ProblemView } from '../app/problem-view.tsx';
import { EXCLUSION_KINDS, EXCLUSION_REASONS, kindOf, type ExclusionKind, type ExclusionReason } from './exclusion.ts';
import classes from './exclusions.module.css';
import { useAddExclusion } from './use-exclusions.ts';

/** One person or address, with the reason that stays on record. */
export function AddForm() {
  const { t } = useTranslation();
  const [value, setValue] = useState('');
  const [chosen, choose] = useState<ExclusionKind>();
  const [reason, setReason] = useState<ExclusionReason>('do-not-contact');
  const [note, setNote] = useState('');
  const kind = chosen ?? kindOf(value);
  const add = useAddExclusion(() => {
    setValue('');
    setNote('');
    choose(undefined);
  });
  const problem = add.error instanceof ApiProblem ? add.error : null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    add.mutate({ kind, value: value.trim(), reason, note });
  };
  return (
    <form className={classes['form']} onSubmit={submit}>
      <TextInput label={t('exclusions.who')} required value={value} onChange={(event) => setValue(event.currentTarget.value)} error={problem?.of(kind)} dir="ltr" />
      <Select label={t('exclusions.kind')} value={kind} allowDeselect={false} data={EXCLUSION_KINDS.map((one) => ({ value: one, label: t(`exclusions.kinds.${one}`) }))} onChange={(next) => choose(EXCLUSION_KINDS.find((one) => one === next))} />
      <Select label={t('exclusions.reason')} value={reason} allowDeselect={false} data={EXCLUSION_REASONS.map((one) => ({ value: one, label: t(`exclusions.reasons.${one}`) }))} onChange={(next) => setReason(EXCLUSION_REASONS.find((one) => one === next) ?? reason)} error={problem?.of('reason')} />
      <TextInput label={t('exclusions.note')} description={t('exclusions.noteHint')} required value={note} onChange={(event) => setNote(event.currentTarget.value)} error={problem?.of('note')} dir="auto" />
      {add.error && (problem === null || problem.errors.length === 0) && <ProblemView error={add.error} />}
      <Button type="submit" loading={add.isPending} disabled={value.trim() === '' || note.trim() === ''}>{t('exclusions.addButton')}</Button>
    </form>
  );
}
