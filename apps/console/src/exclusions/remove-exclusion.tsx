import { Button, Popover, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.ts';
import classes from './exclusions.module.css';
import { useRemoveExclusion } from './use-exclusions.ts';

/** Takes an entry back with a reason: it stays on record. */
export function RemoveExclusion({ id, who }: { id: string; who: string }) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const remove = useRemoveExclusion();
  const problem = remove.error instanceof ApiProblem ? remove.error : null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    remove.mutate({ id, note });
  };
  return (
    <Popover position="bottom-end" trapFocus withinPortal width={280}>
      <Popover.Target><Button size="compact-xs" variant="default" aria-label={t('exclusions.takeBackOf', { who })}>{t('exclusions.takeBack')}</Button></Popover.Target>
      <Popover.Dropdown>
        <form className={classes['form']} onSubmit={submit}>
          <TextInput label={t('exclusions.whyBack')} required value={note} onChange={(event) => setNote(event.currentTarget.value)} error={problem?.of('note') ?? remove.error?.message} dir="auto" data-autofocus />
          <Button type="submit" size="xs" loading={remove.isPending} disabled={note.trim() === ''}>{t('exclusions.takeBack')}</Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
