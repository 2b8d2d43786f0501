import { Button, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import { ProblemView } from '../app/problem-view.tsx';
import type { Unit } from '../catalog/tree.ts';
import { UnitFilter } from '../filters/unit-filter.tsx';
import { useSay } from '../notice/notices.ts';
import { localDay } from '../time/range.ts';
import { closingQuery } from './closing.ts';

/** Closes a unit, or merges it into the one that takes its place; a dialogue says what becomes of its answers before anything happens. */
export function CloseUnit({ unit, onDone }: { unit: Unit; onDone: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const queries = useQueryClient();
  const [opened, { open, close }] = useDisclosure();
  const [into, setInto] = useState<string>();
  const [since, setSince] = useState('');
  const end = useMutation({
    mutationFn: () => call(`/v1/units/${encodeURIComponent(unit.key)}`, { method: 'DELETE', query: closingQuery(into, since, unit.timeZone) }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['catalog', 'units'] });
      say('done', t(into === undefined ? 'programme.unitClosed' : 'programme.unitMerged'));
      onDone();
    },
  });
  const problem = end.error instanceof ApiProblem ? end.error : null;
  const beside = problem?.of('into') ?? problem?.of('validFrom');
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => { end.reset(); open(); }}>{t('programme.closeUnit')}</Button>
      <Modal opened={opened} onClose={close} title={t('programme.closeUnitOf', { name: unit.name })} closeButtonProps={{ 'aria-label': t('shell.dismiss') }}>
        <Stack gap={14}>
          <UnitFilter label={t('programme.successor')} none={t('programme.noSuccessor')} value={into} onChange={setInto} error={problem?.of('into')} />
          {into !== undefined && <TextInput type="date" label={t('programme.since')} description={t('programme.sinceHint')} value={since} max={localDay(new Date())} onChange={(event) => setSince(event.currentTarget.value)} error={problem?.of('validFrom')} />}
          <Text size="sm">{t(into === undefined ? 'programme.closeWhat' : 'programme.mergeWhat')}</Text>
          {end.error && beside === undefined && <ProblemView error={end.error} />}
          <Button color="red" loading={end.isPending} onClick={() => end.mutate()}>{t(into === undefined ? 'programme.closeUnit' : 'programme.mergeUnit')}</Button>
        </Stack>
      </Modal>
    </>
  );
}
