import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.ts';
import { EditDrawer } from '../programme/edit-drawer.tsx';
import { keyOf } from '../programme/key-of.ts';
import { scoreOf, type Company, type Industry } from './norms.ts';
import { useSayNorm } from './use-norms.ts';

/** null: a new one. */
export type Edited = { readonly kind: 'companies'; readonly entry: Company | null } | { readonly kind: 'industries'; readonly entry: Industry | null };

/** One company or industry, with where its score is from. */
export function NormForm({ edited, onClose }: { edited: Edited; onClose: () => void }) {
  const { t } = useTranslation();
  const { kind, entry } = edited;
  const field = kind === 'companies' ? 'nps' : 'norm';
  const [name, setName] = useState(entry?.name ?? '');
  const [key, setKey] = useState<string | null>(entry?.key ?? null);
  const [score, setScore] = useState(edited.entry === null ? '' : String('nps' in edited.entry ? edited.entry.nps : edited.entry.norm));
  const [source, setSource] = useState(entry?.source ?? '');
  const [rival, setRival] = useState(kind === 'companies' ? (edited.entry?.rival ?? true) : false);
  const [checked, setChecked] = useState(false);
  const put = useSayNorm(onClose);
  const remove = useSayNorm(onClose);
  const problem = put.error instanceof ApiProblem ? put.error : null;
  const value = scoreOf(score);
  const path = `${kind}/${encodeURIComponent(key ?? keyOf(name))}`;
  const save = (): void => {
    setChecked(true);
    if (value !== null) put.mutate({ path, body: { name, [field]: value, ...(kind === 'companies' ? { rival } : {}), ...(source.trim() === '' ? {} : { source }) } });
  };
  return (
    <EditDrawer title={entry?.name ?? t(kind === 'companies' ? 'norms.addCompany' : 'norms.addIndustry')} onClose={onClose} onSave={save} busy={put.isPending} error={put.error ?? remove.error} fields={['name', 'key', 'source', field]}
      extra={entry !== null && <Button variant="subtle" color="red" loading={remove.isPending} onClick={() => remove.mutate({ path })}>{t('norms.remove')}</Button>}>
      <TextInput label={t('programme.name')} required value={name} onChange={(event) => setName(event.currentTarget.value)} error={problem?.of('name')} dir="auto" data-autofocus />
      <TextInput label={t('programme.key')} required disabled={entry !== null} value={key ?? keyOf(name)} onChange={(event) => setKey(event.currentTarget.value)} error={problem?.of('key')} description={t('programme.keyHint')} dir="ltr" />
      <TextInput label={t('norms.score')} required inputMode="text" value={score} onChange={(event) => setScore(event.currentTarget.value)} description={t('norms.scoreHint')} error={problem?.of(field) ?? (checked && value === null ? t('norms.noScore') : undefined)} dir="ltr" />
      {kind === 'companies' && <Checkbox label={t('norms.rivalLabel')} description={t('norms.rivalHint')} checked={rival} onChange={(event) => setRival(event.currentTarget.checked)} />}
      <TextInput label={t('norms.source')} description={t('norms.sourceHint')} value={source} onChange={(event) => setSource(event.currentTarget.value)} error={problem?.of('source')} dir="auto" />
    </EditDrawer>
  );
}
