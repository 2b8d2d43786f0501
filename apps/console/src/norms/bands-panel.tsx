import { ActionIcon, Button, Group, TextInput } from '@mantine/core';
import type { Band } from '@candor/nps';
import { IconTrash } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../app/panel.tsx';
import { ProblemView } from '../app/problem-view.tsx';
import { useLanguage } from '../i18n/language.ts';
import { useNormWords } from './norm-words.ts';
import { bandFault, scoreOf, withBand } from './norms.ts';
import classes from './norms.module.css';
import { useSayNorm } from './use-norms.ts';

/** The bands that scores fall into: each ends where the next begins. */
export function BandsPanel({ bands, mayEdit }: { bands: readonly Band[]; mayEdit: boolean }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const words = useNormWords();
  const [editing, setEditing] = useState(false);
  return (
    <Panel flush={!editing} title={t('norms.bands')} hint={t('norms.bandsHint')} actions={mayEdit && !editing && <Button size="xs" variant="default" onClick={() => setEditing(true)}>{t('norms.editBands')}</Button>}>
      {editing ? <BandsForm bands={bands} onDone={() => setEditing(false)} /> : (
        <table className={classes['table']}>
          <thead><tr><th scope="col">{t('norms.meaning')}</th><th scope="col" className={classes['number']}>{t('norms.upTo')}</th></tr></thead>
          <tbody>{bands.map((band) => <tr key={band.key}><td><bdi>{words.band(band)}</bdi></td><td className={classes['number']}>{format.signed(band.upTo)}</td></tr>)}</tbody>
        </table>
      )}
    </Panel>
  );
}

interface Draft {
  readonly key: string;
  readonly meaning: string;
  readonly upTo: string;
}

function BandsForm({ bands, onDone }: { bands: readonly Band[]; onDone: () => void }) {
  const { t } = useTranslation();
  const words = useNormWords();
  const [drafts, setDrafts] = useState<readonly Draft[]>(() => bands.map((band) => ({ ...band, meaning: words.band(band), upTo: String(band.upTo) })));
  const [checked, setChecked] = useState(false);
  const put = useSayNorm(onDone);
  // A meaning that was only read in another language stays what it was.
  const written = new Map(bands.map((band) => [`${band.key} ${words.band(band)}`, band.meaning]));
  const read = drafts.map(({ key, meaning, upTo }) => ({ key, meaning: written.get(`${key} ${meaning}`) ?? meaning, upTo: scoreOf(upTo) ?? Number.NaN }));
  const fault = bandFault(read);
  const change = (key: string, part: Partial<Draft>): void => setDrafts((now) => now.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (fault === null) put.mutate({ path: 'bands', body: { bands: read } });
  };
  return (
    <form className={classes['bands']} onSubmit={submit}>
      {drafts.map(({ key, meaning, upTo }, index) => (
        <div key={key} className={classes['band']}>
          <TextInput label={index === 0 ? t('norms.meaning') : undefined} aria-label={t('norms.meaningOf', { number: index + 1 })} value={meaning} onChange={(event) => change(key, { meaning: event.currentTarget.value })} dir="auto" />
          <TextInput label={index === 0 ? t('norms.upTo') : undefined} aria-label={t('norms.upToOf', { number: index + 1 })} value={upTo} disabled={index === drafts.length - 1} onChange={(event) => change(key, { upTo: event.currentTarget.value })} dir="ltr" />
          <ActionIcon variant="subtle" color="gray" size="lg" disabled={index === drafts.length - 1} aria-label={t('norms.removeBand', { number: index + 1 })} onClick={() => setDrafts((now) => now.filter((one) => one.key !== key))}><IconTrash size={16} /></ActionIcon>
        </div>
      ))}
      {checked && fault !== null && <p className={classes['fault']} role="alert">{t(`norms.fault.${fault}`)}</p>}
      {put.error && <ProblemView error={put.error} />}
      <Group gap={8}>
        <Button type="submit" size="xs" loading={put.isPending}>{t('programme.save')}</Button>
        <Button size="xs" variant="default" onClick={onDone}>{t('programme.cancel')}</Button>
        <Button size="xs" variant="subtle" disabled={drafts.length >= 20} onClick={() => setDrafts((now) => withBand(read).map((band) => now.find(({ key }) => key === band.key) ?? { ...band, upTo: String(band.upTo) }))}>{t('norms.addBand')}</Button>
      </Group>
    </form>
  );
}
