import { ColorInput, MultiSelect, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.ts';
import { useProgrammes, useUnits } from '../catalog/catalog.ts';
import { saidOnly, type Brand } from './brand.ts';
import { BrandWords } from './brand-words.tsx';
import { EditDrawer } from './edit-drawer.tsx';
import { keyOf } from './key-of.ts';
import { usePut } from './use-put.ts';

/** What writes messages hears of a change a moment after the catalogue has it. */
const HEARD_MS = 1500;
const NEW = { name: '', senderName: null, colour: null, logoUrl: null, units: [], programmes: [], wording: {} };

/** A brand's name, look, words and whose messages carry it. */
export function BrandForm({ brand, onClose }: { brand: Brand | null; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const units = useUnits().data ?? [];
  const programmes = useProgrammes().data ?? [];
  const [key, setKey] = useState<string | null>(brand?.key ?? null);
  const [draft, setDraft] = useState<Omit<Brand, 'key' | 'version'>>(brand ?? NEW);
  const set = (change: Partial<Brand>): void => setDraft((now) => ({ ...now, ...change }));
  const put = usePut('brands', () => {
    setTimeout(() => void queries.invalidateQueries({ queryKey: ['preview'] }), HEARD_MS);
    onClose();
  });
  const problem = put.error instanceof ApiProblem ? put.error : null;
  const { name, senderName, colour, logoUrl, wording } = draft;
  const orNull = (text: string): string | null => (text === '' ? null : text);
  const save = (): void => put.mutate({ key: key ?? keyOf(name), content: { name, senderName, colour, logoUrl, units: draft.units, programmes: draft.programmes, wording: saidOnly(wording) } });
  return (
    <EditDrawer title={brand === null ? t('brands.add') : brand.name} onClose={onClose} onSave={save} busy={put.isPending} error={put.error} fields={['name', 'key', 'senderName', 'colour', 'logoUrl', 'units', 'programmes', 'wording']}>
      <TextInput label={t('programme.name')} description={t('brands.nameHint')} required value={name} onChange={(event) => set({ name: event.currentTarget.value })} error={problem?.of('name')} dir="auto" data-autofocus />
      <TextInput label={t('programme.key')} required disabled={brand !== null} value={key ?? keyOf(name)} onChange={(event) => setKey(event.currentTarget.value)} error={problem?.of('key')} description={t('programme.keyHint')} dir="ltr" />
      <TextInput label={t('brands.sender')} placeholder={name} value={senderName ?? ''} onChange={(event) => set({ senderName: orNull(event.currentTarget.value) })} error={problem?.of('senderName')} dir="auto" />
      <ColorInput label={t('brands.colour')} description={t('brands.colourHint')} placeholder="#14532d" format="hex" value={colour ?? ''} onChange={(value) => set({ colour: orNull(value) })} error={problem?.of('colour')} dir="ltr" />
      <TextInput label={t('brands.logo')} description={t('brands.logoHint')} placeholder="https://" value={logoUrl ?? ''} onChange={(event) => set({ logoUrl: orNull(event.currentTarget.value.trim()) })} error={problem?.of('logoUrl')} dir="ltr" />
      <MultiSelect label={t('brands.units')} description={t('brands.unitsHint')} searchable clearable value={[...draft.units]} data={units.map((one) => ({ value: one.key, label: one.name }))} onChange={(chosen) => set({ units: chosen })} error={problem?.of('units')} clearButtonProps={{ 'aria-label': t('filter.clear') }} />
      <MultiSelect label={t('brands.programmes')} description={t('brands.programmesHint')} searchable clearable value={[...draft.programmes]} data={programmes.map((one) => ({ value: one.key, label: one.name }))} onChange={(chosen) => set({ programmes: chosen })} error={problem?.of('programmes')} clearButtonProps={{ 'aria-label': t('filter.clear') }} />
      <BrandWords wording={wording} onChange={(next) => set({ wording: next })} problem={problem} />
    </EditDrawer>
  );
}
