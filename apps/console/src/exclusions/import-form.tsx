import { Button, FileInput, Progress, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.ts';
import { upload } from '../api/upload.ts';
import { ProblemView } from '../app/problem-view.tsx';
import { useLanguage } from '../i18n/language.ts';
import { EXCLUSION_REASONS, EXCLUSIONS_PATH, mediaTypeOf, type ExclusionReason, type Loaded } from './exclusion.ts';
import classes from './exclusions.module.css';
import { LoadedRows } from './loaded-rows.tsx';
import { useReread } from './use-exclusions.ts';

/** A file of any length: rows that are wrong are named by their line, the others hold. The same file again changes nothing. */
export function ImportForm() {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const reread = useReread();
  const [file, setFile] = useState<File | null>(null);
  const [reason, setReason] = useState<ExclusionReason | null>(null);
  const [note, setNote] = useState('');
  const [sent, setSent] = useState(0);
  const contentType = file && mediaTypeOf(file.name);
  const load = useMutation({
    mutationFn: (given: { file: File; contentType: string }) => upload<Loaded>(EXCLUSIONS_PATH, { ...given, query: { reason, note: note.trim() }, onProgress: setSent }),
    onSuccess: reread,
  });
  const problem = load.error instanceof ApiProblem ? load.error : null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!file || !contentType) return;
    setSent(0);
    load.mutate({ file, contentType });
  };
  return (
    <form className={classes['form']} onSubmit={submit}>
      <FileInput label={t('exclusions.file')} description={<>{t('exclusions.columns')} <code className="ltr">customer,email,phone,reason,note</code></>} placeholder={t('exclusions.chooseFile')} accept=".csv,.ndjson,.jsonl" clearable value={file}
        onChange={(next) => { setFile(next); load.reset(); }} error={file && !contentType ? t('exclusions.wrongFile') : undefined} clearButtonProps={{ 'aria-label': t('filter.clear') }} />
      <Select label={t('exclusions.fileReason')} placeholder={t('exclusions.ofTheRow')} clearable value={reason} data={EXCLUSION_REASONS.map((one) => ({ value: one, label: t(`exclusions.reasons.${one}`) }))} onChange={(next) => setReason(EXCLUSION_REASONS.find((one) => one === next) ?? null)} error={problem?.of('reason')}
        clearButtonProps={{ 'aria-label': t('filter.clear') }} />
      <TextInput label={t('exclusions.fileNote')} placeholder={t('exclusions.ofTheRow')} value={note} onChange={(event) => setNote(event.currentTarget.value)} error={problem?.of('note')} dir="auto" />
      <Button type="submit" loading={load.isPending} disabled={!file || !contentType}>{t('exclusions.importButton')}</Button>
      {load.isPending && (
        <div role="status">
          <Progress value={100 * sent} animated={sent >= 1} aria-label={t('exclusions.progress')} />
          <p className={classes['note']}>{sent < 1 ? t('exclusions.sending', { share: format.percent(sent) }) : t('exclusions.reading')}</p>
        </div>
      )}
      {load.error && <ProblemView error={load.error} />}
      {load.data && <LoadedRows loaded={load.data} />}
    </form>
  );
}
