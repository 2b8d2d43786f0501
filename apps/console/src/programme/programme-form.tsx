import { Checkbox, MultiSelect, NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.ts';
import type { Programme } from '../catalog/catalog.ts';
import { useLanguage } from '../i18n/language.ts';
import { durationWords } from './duration-words.ts';
import { EditDrawer } from './edit-drawer.tsx';
import { keyOf } from './key-of.ts';
import { contentOf, draftOf, newPolicy, type PolicyDraft } from './policy.ts';
import classes from './programme.module.css';
import { usePut } from './use-put.ts';

const FIELDS = ['name', 'key', 'kind', 'audience', 'anonymous', 'channels', 'sample', 'frequency', 'quietHours', 'expiry', 'amendWindow', 'caseDue', 'leastN', 'priority'];
const CHANNELS = ['email', 'sms', 'voice'] as const;

export function ProgrammeForm({ programme, onClose }: { programme: Programme | null; onClose: () => void }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const [draft, setDraft] = useState<PolicyDraft>(programme === null ? newPolicy : draftOf(programme));
  const [key, setKey] = useState<string | null>(programme?.key ?? null);
  const put = usePut('programmes', onClose);
  const problem = put.error instanceof ApiProblem ? put.error : null;
  const set = (change: Partial<PolicyDraft>): void => setDraft((now) => ({ ...now, ...change }));
  const duration = (field: 'expiry' | 'amendWindow' | 'caseDue') => (
    <TextInput label={t(`programme.${field}`)} value={draft[field]} onChange={(event) => set({ [field]: event.currentTarget.value })} description={durationWords(draft[field], language)} error={problem?.of(field)} dir="ltr" />
  );
  return (
    <EditDrawer title={programme?.name ?? t('programme.addProgramme')} onClose={onClose} busy={put.isPending} error={put.error} fields={FIELDS} onSave={() => put.mutate({ key: key ?? keyOf(draft.name), content: contentOf(draft, programme) })}>
      <TextInput label={t('programme.name')} required value={draft.name} onChange={(event) => set({ name: event.currentTarget.value })} error={problem?.of('name')} dir="auto" data-autofocus />
      <TextInput label={t('programme.key')} required disabled={programme !== null} value={key ?? keyOf(draft.name)} onChange={(event) => setKey(event.currentTarget.value)} error={problem?.of('key')} description={t('programme.keyHint')} dir="ltr" />
      <div className={classes['two']}>
        <Select label={t('programme.kind')} value={draft.kind} allowDeselect={false} data={(['transactional', 'relationship', 'benchmark'] as const).map((value) => ({ value, label: t(`programme.kinds.${value}`) }))} onChange={(value) => set({ kind: value as Programme['kind'] })} error={problem?.of('kind')} />
        <Select label={t('programme.audience')} value={draft.audience} allowDeselect={false} data={(['customers', 'employees', 'partners'] as const).map((value) => ({ value, label: t(`programme.audiences.${value}`) }))} onChange={(value) => set({ audience: value as Programme['audience'] })} error={problem?.of('audience')} />
      </div>
      <Checkbox label={t('programme.anonymousLabel')} checked={draft.anonymous} onChange={(event) => set({ anonymous: event.currentTarget.checked })} />
      <MultiSelect label={t('programme.channels')} description={t('programme.channelsHint')} value={[...draft.channels]} data={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))} onChange={(chosen) => set({ channels: chosen as PolicyDraft['channels'] })} error={problem?.of('channels')} />
      <div className={classes['two']}>
        <NumberInput label={t('programme.sample')} suffix="%" min={0} max={100} value={draft.sample} onChange={(sample) => set({ sample })} error={problem?.of('sample')} />
        <NumberInput label={t('programme.frequencyDays')} min={1} value={draft.days} onChange={(days) => set({ days })} error={problem?.of('frequency')} placeholder={t('programme.noLimit')} />
        <TextInput type="time" label={t('programme.quietFrom')} value={draft.quietFrom} onChange={(event) => set({ quietFrom: event.currentTarget.value })} error={problem?.of('quietHours')} />
        <TextInput type="time" label={t('programme.quietTo')} value={draft.quietTo} onChange={(event) => set({ quietTo: event.currentTarget.value })} />
        {duration('expiry')}
        {duration('amendWindow')}
        {duration('caseDue')}
        <NumberInput label={t('programme.leastN')} min={1} value={draft.leastN} onChange={(leastN) => set({ leastN })} error={problem?.of('leastN')} />
        <NumberInput label={t('programme.priority')} value={draft.priority} onChange={(priority) => set({ priority })} error={problem?.of('priority')} />
      </div>
    </EditDrawer>
  );
}
