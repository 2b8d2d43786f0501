import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.ts';
import { UnitFilter } from '../filters/unit-filter.tsx';
import { NOTE_KINDS, type NoteKind } from './note.ts';
import classes from './notes.module.css';
import { useAddNote } from './use-notes.ts';

/** Notes what happened on a day, at a unit or everywhere. */
export function AddNote({ unit: looked, today }: { unit: string | undefined; today: string }) {
  const { t } = useTranslation();
  const [id, setId] = useState(() => crypto.randomUUID());
  const [text, setText] = useState('');
  const [day, setDay] = useState(today);
  const [kind, setKind] = useState<NoteKind>('market');
  const [unit, setUnit] = useState(looked);
  const add = useAddNote(() => {
    setId(crypto.randomUUID());
    setText('');
  });
  const problem = add.error instanceof ApiProblem ? add.error : null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    add.mutate({ id, note: { text: text.trim(), day, kind, unit: unit ?? null } });
  };
  return (
    <form className={classes['form']} onSubmit={submit}>
      <SegmentedControl size="xs" fullWidth value={kind} aria-label={t('notes.kindLabel')} data={NOTE_KINDS.map((value) => ({ value, label: t(`notes.kind.${value}`) }))} onChange={(value) => setKind(NOTE_KINDS.find((one) => one === value) ?? 'market')} />
      <Textarea label={t('notes.text')} required maxLength={280} autosize minRows={2} value={text} onChange={(event) => setText(event.currentTarget.value)} error={problem?.of('text')} dir="auto" />
      <TextInput type="date" label={t('notes.day')} required value={day} onChange={(event) => setDay(event.currentTarget.value)} error={problem?.of('day')} dir="ltr" />
      <UnitFilter label={t('notes.where')} value={unit} onChange={setUnit} none={t('notes.everywhere')} error={problem?.of('unit') ?? (problem === null ? undefined : problem.message)} />
      <Button type="submit" size="xs" variant="default" loading={add.isPending} disabled={text.trim() === ''}>{t('notes.add')}</Button>
    </form>
  );
}
