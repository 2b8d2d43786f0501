import { Button, Group, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { ProblemView } from '../app/problem-view.tsx';
import type { Service } from './operations-search.ts';
import { rebuildsPath } from './rebuild.ts';

/** Asks for a model to be built anew. The live one stays in use, so nothing needs to be confirmed. */
export function StartRebuild({ service, models, busy }: { service: Service; models: readonly string[]; busy: boolean }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [model, setModel] = useState(models[0] ?? '');
  const [reason, setReason] = useState('');
  const start = useMutation({
    mutationFn: () => call(rebuildsPath(service), { method: 'POST', body: { model, reason } }),
    onSuccess: () => setReason(''),
    onSettled: () => queries.invalidateQueries({ queryKey: ['rebuilds', service] }),
  });
  return (
    <form onSubmit={(event) => { event.preventDefault(); start.mutate(); }}>
      <Group align="end" gap="sm">
        <Select label={t('operations.model')} data={[...models]} value={model} allowDeselect={false} onChange={(value) => setModel(value ?? '')} w={140} />
        <TextInput label={t('operations.reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} maxLength={1000} required style={{ flex: 1, minWidth: 180 }} />
        <Button type="submit" variant="default" disabled={busy || reason.trim() === ''} loading={start.isPending}>{t('operations.rebuild')}</Button>
      </Group>
      {start.error && <ProblemView error={start.error} />}
    </form>
  );
}
