import { Button, Group, Progress } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemView } from '../app/problem-view.tsx';
import { useLanguage } from '../i18n/language.ts';
import { FORMATS, takeFile, type FileFormat, type Taken } from './take-file.ts';
import classes from '../scores/behind.module.css';

const MEGABYTE = 1_000_000;
const KEPT_MS = 10_000;

/** The same rows as a file of any length, and how far it is while it comes. */
export function FileLinks({ address }: { address: string }) {
  const { t } = useTranslation();
  const { format: shown } = useLanguage();
  const [taken, setTaken] = useState<Taken | null>(null);
  const [failed, setFailed] = useState<Error | null>(null);
  const coming = useRef<AbortController | null>(null);
  useEffect(() => () => coming.current?.abort(), []);

  const take = async (format: FileFormat): Promise<void> => {
    const stop = new AbortController();
    coming.current = stop;
    setFailed(null);
    setTaken({ bytes: 0, rows: null, share: null });
    try {
      const { blob, name } = await takeFile(address, format, setTaken, stop.signal);
      handOver(blob, name);
    } catch (error) {
      if (!stop.signal.aborted) setFailed(error instanceof Error ? error : new Error(String(error)));
    } finally {
      setTaken(null);
    }
  };
  return (
    <>
      <Group gap={8} mt={8}>
        {FORMATS.map((format) => <Button key={format} size="xs" variant="default" disabled={taken !== null} onClick={() => void take(format)}>{t(`files.${format}`)}</Button>)}
        {taken && <Button size="xs" variant="subtle" color="gray" onClick={() => coming.current?.abort()}>{t('files.stop')}</Button>}
      </Group>
      {taken && (
        <div role="status">
          <Progress mt={8} value={100 * (taken.share ?? 1)} animated={taken.share === null} aria-label={t('files.progress')} />
          <p className={classes['hint']}>{taken.rows === null ? '' : `${t('files.rows', { count: taken.rows, shown: shown.count(taken.rows) })} · `}{t('files.megabytes', { shown: shown.mean(taken.bytes / MEGABYTE) })}</p>
        </div>
      )}
      {failed !== null && <ProblemView error={failed} />}
    </>
  );
}

function handOver(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
