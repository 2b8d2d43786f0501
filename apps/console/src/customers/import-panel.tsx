import { Button, Checkbox, FileInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../app/panel.tsx';
import { ProblemView } from '../app/problem-view.tsx';
import { mediaTypeOf } from '../exclusions/exclusion.ts';
import classes from '../exclusions/exclusions.module.css';
import { ImportProgress } from '../imports/import-progress.tsx';
import { COLUMNS, useBaseImport } from './base-import.ts';
import { ImportedRows } from './imported-rows.tsx';

/** The customer base that relationship programmes walk, by file: rows that are wrong are named by their line, the others hold. */
export function ImportPanel({ id, onSent }: { id: string | undefined; onSent: (id: string | undefined) => void }) {
  const { t } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  const [complete, setComplete] = useState(false);
  const { load, sent, progress, error, busy } = useBaseImport(id, onSent);
  const contentType = file && mediaTypeOf(file.name);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (file && contentType) load.mutate({ file, contentType, query: { complete } });
  };
  return (
    <Panel title={t('customers.import')} hint={t('exclusions.importHint')}>
      <form className={classes['form']} onSubmit={submit}>
        <FileInput label={t('exclusions.file')} description={<>{t('customers.columns')} <code className="ltr">{COLUMNS}</code></>} placeholder={t('exclusions.chooseFile')} accept=".csv,.ndjson,.jsonl" clearable value={file} disabled={busy}
          onChange={(next) => { setFile(next); load.reset(); onSent(undefined); }} error={file && !contentType ? t('exclusions.wrongFile') : undefined} clearButtonProps={{ 'aria-label': t('filter.clear') }} />
        <Checkbox label={t('customers.complete')} description={t('customers.completeHint')} checked={complete} disabled={busy} onChange={(event) => setComplete(event.currentTarget.checked)} />
        <Button type="submit" loading={busy} disabled={!file || !contentType}>{t('exclusions.importButton')}</Button>
        {busy && <ImportProgress sending={load.isPending} sent={sent} progress={progress} />}
        {error && <ProblemView error={error} />}
        {progress && !busy && <ImportedRows done={progress} />}
      </form>
    </Panel>
  );
}
