import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.ts';
import { ProblemView } from '../app/problem-view.tsx';
import { partsOf } from '../report/quarter.ts';
import { useAct, type Act } from './use-official.ts';

/** Freezing, signing and restating cannot be undone: a dialogue says what happens, before it does. */
export function ActButton({ act, quarter, programme }: { act: Act; quarter: string; programme: string }) {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure();
  const [reason, setReason] = useState('');
  const run = useAct(act, quarter, programme, close);
  const problem = run.error instanceof ApiProblem ? run.error : null;
  const name = t('report.quarter', partsOf(quarter));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    run.mutate(act === 'restate' ? reason.trim() : undefined);
  };
  return (
    <>
      <Button size="compact-xs" variant="default" aria-label={t(`official.actOf.${act}`, { quarter: name })} onClick={() => { run.reset(); open(); }}>{t(`official.act.${act}`)}</Button>
      <Modal opened={opened} onClose={close} title={t(`official.actOf.${act}`, { quarter: name })} closeButtonProps={{ 'aria-label': t('shell.dismiss') }}>
        <form onSubmit={submit}>
          <Stack gap={14}>
            <Text size="sm">{t(`official.what.${act}`, { quarter: name })}</Text>
            {act === 'restate' && <Textarea label={t('official.reason')} description={t('official.reasonHint')} required minLength={3} maxLength={500} autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={problem?.of('reason')} dir="auto" data-autofocus />}
            {run.error && problem?.of('reason') === undefined && <ProblemView error={run.error} />}
            <Group gap={8}>
              <Button type="submit" loading={run.isPending} disabled={act === 'restate' && reason.trim().length < 3}>{t(`official.act.${act}`)}</Button>
              <Button variant="default" onClick={close}>{t('programme.cancel')}</Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
