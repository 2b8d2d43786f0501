import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { ProblemView } from '../app/problem-view.tsx';
import { acceptPath, type StoppedConsumer } from './consumer.ts';
import type { Service } from './operations-search.ts';

/** Lets a stopped consumer go on, with the reason on record: what is missing is then missing for good. */
export function AcceptGap({ service, state }: { service: Service; state: StoppedConsumer }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [opened, { open, close }] = useDisclosure(false);
  const [reason, setReason] = useState('');
  const accept = useMutation({
    mutationFn: () => call(acceptPath(service, state), { method: 'POST', body: { reason } }),
    onSuccess: close,
    onSettled: () => queries.invalidateQueries({ queryKey: ['consumers', service] }),
  });
  return (
    <>
      <Button size="compact-xs" variant="default" onClick={open}>{t('operations.goOn')}</Button>
      <Modal opened={opened} onClose={close} title={t('operations.goOnTitle', { consumer: state.consumer })}>
        <form onSubmit={(event) => { event.preventDefault(); accept.mutate(); }}>
          <Stack gap="sm">
            <Text size="sm">{t(`operations.goOnText.${state.stopped.kind}`)}</Text>
            <TextInput label={t('operations.reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} maxLength={1000} required data-autofocus />
            {accept.error && <ProblemView error={accept.error} />}
            <Group justify="end"><Button type="submit" disabled={reason.trim() === ''} loading={accept.isPending}>{t('operations.goOn')}</Button></Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
