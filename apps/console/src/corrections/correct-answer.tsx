import { Button, NumberInput, Popover, SegmentedControl, TextInput, UnstyledButton } from '@mantine/core';
import { MEASURE_RANGE } from '@candor/nps';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../answers/answer.ts';
import answers from '../answers/answers.module.css';
import { call } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import { may } from '../session/scopes.ts';
import { useSession } from '../session/session.ts';
import { correctionCall, type Correction } from './correction.ts';
import classes from './corrections.module.css';

/** Leaves an answer out, takes it in again, or corrects its score: with a reason, for those who have the right. */
export function CorrectAnswer({ answer }: { answer: Answer }) {
  const { t } = useTranslation();
  const session = useSession();
  const queries = useQueryClient();
  const [opened, setOpened] = useState(false);
  const other = answer.state === 'excluded' ? 'reinstate' : 'exclude';
  const [what, setWhat] = useState<Correction['what']>(other);
  const [score, setScore] = useState(answer.score);
  const [reason, setReason] = useState('');
  const wanted = correctionCall(answer, what === 'score' ? { what, score } : { what: other }, reason);
  const correct = useMutation({
    mutationFn: ({ path, call: how }: NonNullable<typeof wanted>) => call(path, how),
    onSuccess: async () => {
      setOpened(false);
      setReason('');
      await Promise.all([queries.invalidateQueries({ queryKey: ['answers'] }), queries.invalidateQueries({ queryKey: ['corrections'] })]);
    },
  });
  if (!may(session, 'responses:correct')) return null;
  const problem = correct.error instanceof ApiProblem ? correct.error : null;
  const { low, high } = MEASURE_RANGE[answer.measure];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (wanted) correct.mutate(wanted);
  };
  return (
    <Popover width={300} shadow="md" withinPortal trapFocus opened={opened} onChange={setOpened}>
      <Popover.Target><UnstyledButton className={answers['link']} aria-expanded={opened} onClick={() => setOpened((open) => !open)}>{t('corrections.correct')}</UnstyledButton></Popover.Target>
      <Popover.Dropdown maw="calc(100vw - 24px)">
        <form className={classes['form']} onSubmit={submit}>
          <SegmentedControl size="xs" aria-label={t('corrections.correct')} value={what === 'score' ? 'score' : other} data={[{ value: other, label: t(`corrections.${other}`) }, { value: 'score', label: t('corrections.score') }]} onChange={(value) => setWhat(value === 'score' ? 'score' : other)} />
          {what === 'score' && <NumberInput label={t('corrections.newScore')} value={score} min={low} max={high} allowDecimal={false} onChange={(value) => setScore(Number(value))} error={problem?.of('score')} />}
          <TextInput label={t('corrections.why')} description={t('corrections.whyHint')} required maxLength={500} value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={problem?.of('reason') ?? (problem && !problem.of('score') ? problem.message : undefined)} dir="auto" />
          <Button type="submit" size="xs" loading={correct.isPending} disabled={wanted === null}>{t('corrections.do')}</Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
