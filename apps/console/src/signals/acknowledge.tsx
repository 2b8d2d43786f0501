import { Button, Popover, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.ts';
import classes from './signals.module.css';
import { useAcknowledge } from './use-signals.ts';

/** Takes note of a signal, with what is known of it or done about it. */
export function Acknowledge({ id }: { id: string }) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const acknowledge = useAcknowledge(id);
  const problem = acknowledge.error instanceof ApiProblem ? acknowledge.error : null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    acknowledge.mutate(note);
  };
  return (
    <Popover position="bottom-end" trapFocus withinPortal width={300}>
      <Popover.Target><Button size="compact-sm" variant="default">{t('signals.acknowledge')}</Button></Popover.Target>
      <Popover.Dropdown maw="calc(100vw - 24px)">
        <form className={classes['form']} onSubmit={submit}>
          <Textarea label={t('signals.note')} required autosize minRows={2} maxLength={1000} value={note} onChange={(event) => setNote(event.currentTarget.value)} error={problem?.of('note') ?? acknowledge.error?.message} dir="auto" data-autofocus />
          <Button type="submit" size="xs" loading={acknowledge.isPending} disabled={note.trim() === ''}>{t('signals.acknowledge')}</Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
