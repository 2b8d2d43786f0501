import { NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.ts';
import { DurationInput } from '../asking/duration-input.tsx';
import { useProgrammes, type Touchpoint } from '../catalog/catalog.ts';
import { DEFAULT_PROGRAMME } from '../filters/selection.ts';
import { EditDrawer } from './edit-drawer.tsx';
import { keyOf } from './key-of.ts';
import classes from './programme.module.css';
import { usePut } from './use-put.ts';

export function TouchpointForm({ touchpoint, onClose }: { touchpoint: Touchpoint | null; onClose: () => void }) {
  const { t } = useTranslation();
  const programmes = useProgrammes().data ?? [];
  const [name, setName] = useState(touchpoint?.name ?? '');
  const [key, setKey] = useState<string | null>(touchpoint?.key ?? null);
  const [programme, setProgramme] = useState(touchpoint?.programme ?? DEFAULT_PROGRAMME);
  const [weight, setWeight] = useState<number | string>(touchpoint?.weight ?? 1);
  const [weightFrom, setWeightFrom] = useState('');
  const [delay, setDelay] = useState(touchpoint?.delay ?? 'PT0S');
  const reweighed = touchpoint !== null && Number(weight) !== touchpoint.weight;
  const put = usePut('touchpoints', onClose);
  const problem = put.error instanceof ApiProblem ? put.error : null;
  return (
    <EditDrawer title={touchpoint?.name ?? t('programme.addTouchpoint')} onClose={onClose} busy={put.isPending} error={put.error} fields={['name', 'key', 'programme', 'weight', 'weightFrom', 'delay']}
      onSave={() => put.mutate({ key: key ?? keyOf(name), content: { name, programme, weight: Number(weight), ...(reweighed && weightFrom !== '' ? { weightFrom } : {}), delay } })}>
      <TextInput label={t('programme.name')} required value={name} onChange={(event) => setName(event.currentTarget.value)} error={problem?.of('name')} dir="auto" data-autofocus />
      <TextInput label={t('programme.key')} required disabled={touchpoint !== null} value={key ?? keyOf(name)} onChange={(event) => setKey(event.currentTarget.value)} error={problem?.of('key')} description={t('programme.keyHint')} dir="ltr" />
      <Select label={t('programme.programme')} data={programmes.map((one) => ({ value: one.key, label: one.name }))} value={programme} allowDeselect={false} onChange={(value) => value !== null && setProgramme(value)} error={problem?.of('programme')} />
      <div className={classes['two']}>
        <NumberInput label={t('programme.weight')} min={0} value={weight} onChange={setWeight} error={problem?.of('weight')} description={t('programme.weightHint')} />
        <DurationInput label={t('programme.delay')} value={delay} onChange={setDelay} error={problem?.of('delay')} />
      </div>
      {reweighed && (
        <TextInput type="date" label={t('programme.weightFrom')} description={t('programme.weightFromHint')} value={weightFrom} onChange={(event) => setWeightFrom(event.currentTarget.value)} error={problem?.of('weightFrom')} />
      )}
    </EditDrawer>
  );
}
