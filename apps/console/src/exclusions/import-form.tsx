import { Button, FileInput, Select, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.ts';
import { ProblemView } from '../app/problem-view.tsx';
import { ImportProgress } from '../imports/import-progress.tsx';
import { useFileImport } from '../imports/use-file-import.ts';
import { EXCLUSION_REASONS, EXCLUSIONS_PATH, mediaTypeOf, type ExclusionImport, type ExclusionReason } from './exclusion.ts';
import classes from './exclusions.module.css';
import { LoadedRows } from './loaded-rows.tsx';
import { useReread } from './use-exclusions.ts';

/** A file of any length: rows that are wrong are named by their line, the others hold. The same file again changes nothing. */
export function ImportForm({ id, onSent }: { id: string | undefined; onSent: (id: string | undefined) => void }) {
  const { t } = useTranslation();
  const reread = useReread();
  const [file, setFile] = useState<File | null>(null);
  const [reason, setReason] = useState<ExclusionReason | null>(null);
  const [note, setNote] = useState('');
  const contentType = file && mediaTypeOf(file.name);
  const { load, sent, progress, error, busy } = useFileImport<ExclusionImport>(`${EXCLUSIONS_PATH}/import`, `${EXCLUSIONS_PATH}/imports`, reread, { id, onSent });
  const problem = error instanceof ApiProblem ? error : null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!file || !contentType) return;
    load.mutate({ file, contentType, query: { reason, note: note.trim() } });
  };
  return (
    <form className={classes['form']} onSubmit={submit}>
      <FileInput label={t('exclusions.file')} description={<>{t('exclusions.columns')} <code className="ltr">customer,email,phone,reason,note</code></>} placeholder={t('exclusions.chooseFile')} accept=".csv,.ndjson,.jsonl" clearable value={file}
        onChange={(next) => { setFile(next); load.reset(); onSent(undefined); }} error={file && !contentType ? t('exclusions.wrongFile') : undefined} clearButtonProps={{ 'aria-label': t('filter.clear') }} />
      <Select label={t('exclusions.fileReason')} placeholder={t('exclusions.ofTheRow')} clearable value={reason} data={EXCLUSION_REASONS.map((one) => ({ value: one, label: t(`exclusions.reasons.${one}`) }))} onChange={(next) => setReason(EXCLUSION_REASONS.find((one) => one === next) ?? null)} error={problem?.of('reason')}
        clearButtonProps={{ 'aria-label': t('filter.clear') }} />
      <TextInput label={t('exclusions.fileNote')} placeholder={t('exclusions.ofTheRow')} value={note} onChange={(event) => setNote(event.currentTarget.value)} error={problem?.of('note')} dir="auto" />
      <Button type="submit" loading={busy} disabled={!file || !contentType}>{t('exclusions.importButton')}</Button>
      {busy && <ImportProgress sending={load.isPending} sent={sent} progress={progress} />}
      {error && <ProblemView error={error} />}
      {progress && !busy && <LoadedRows loaded={progress} />}
    </form>
  );
}
