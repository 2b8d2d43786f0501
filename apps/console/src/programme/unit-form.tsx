import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.ts';
import type { Unit } from '../catalog/tree.ts';
import { UnitFilter } from '../filters/unit-filter.tsx';
import { CloseUnit } from './close-unit.tsx';
import { EditDrawer } from './edit-drawer.tsx';
import { keyOf } from './key-of.ts';
import { usePut } from './use-put.ts';

/** A unit's name, place and zone. Moving it holds from now on: the past stays where it was. */
export function UnitForm({ unit, onClose }: { unit: Unit | null; onClose: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState(unit?.name ?? '');
  const [key, setKey] = useState<string | null>(unit?.key ?? null);
  const [parent, setParent] = useState<string | undefined>(unit?.parent ?? undefined);
  const [timeZone, setTimeZone] = useState(unit?.timeZone ?? '');
  const put = usePut('units', onClose);
  const problem = put.error instanceof ApiProblem ? put.error : null;
  const save = (): void => put.mutate({ key: key ?? keyOf(name), content: { name, parent: parent ?? null, ...(timeZone === '' ? {} : { timeZone }) } });
  return (
    <EditDrawer title={unit === null ? t('programme.addUnit') : unit.name} onClose={onClose} onSave={save} busy={put.isPending} error={put.error} fields={['name', 'key', 'parent', 'timeZone']}
      extra={unit !== null && <CloseUnit unit={unit} onDone={onClose} />}>
      <TextInput label={t('programme.name')} required value={name} onChange={(event) => setName(event.currentTarget.value)} error={problem?.of('name')} dir="auto" data-autofocus />
      <TextInput label={t('programme.key')} required disabled={unit !== null} value={key ?? keyOf(name)} onChange={(event) => setKey(event.currentTarget.value)} error={problem?.of('key')} description={t('programme.keyHint')} dir="ltr" />
      <UnitFilter label={t('programme.parent')} none={t('programme.top')} value={parent} onChange={setParent} error={problem?.of('parent')} />
      <TextInput label={t('programme.timeZone')} value={timeZone} onChange={(event) => setTimeZone(event.currentTarget.value)} error={problem?.of('timeZone')} placeholder="Asia/Jerusalem" description={t('programme.timeZoneHint')} dir="ltr" />
    </EditDrawer>
  );
}
