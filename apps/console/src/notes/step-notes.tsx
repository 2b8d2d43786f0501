import { useTranslation } from 'react-i18next';
import { useNames } from '../catalog/catalog.ts';
import { useLanguage } from '../i18n/language.ts';
import type { Note } from './note.ts';
import classes from './notes.module.css';

/** What happened, in words: below the chart on which its days are marked. */
export function StepNotes({ notes }: { notes: readonly Note[] }) {
  const { t } = useTranslation();
  if (notes.length === 0) return null;
  return <ul className={classes['marks']} aria-label={t('notes.title')}>{notes.map((note) => <li key={note.id}><StepNote note={note} /></li>)}</ul>;
}

export function StepNote({ note: { day, kind, unit, text } }: { note: Note }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const names = useNames();
  return (
    <>
      <time dateTime={day} className="figure">{new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(day))}</time>{' '}
      <span className="quiet">{t(`notes.kind.${kind}`)}{unit !== null && <> · <bdi>{names.unit(unit)}</bdi></>}</span> <bdi>{text}</bdi>
    </>
  );
}
