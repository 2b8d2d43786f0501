import { ActionIcon, Skeleton } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from '../app/empty-note.tsx';
import { Panel } from '../app/panel.tsx';
import { Waiting } from '../app/waiting.tsx';
import { useNames } from '../catalog/catalog.ts';
import { useLanguage } from '../i18n/language.ts';
import { ApiCall } from '../scores/api-call.tsx';
import { may, type Session } from '../session/scopes.ts';
import { useSession } from '../session/session.ts';
import { useNow } from '../time/clock.ts';
import { addDays, localDay } from '../time/range.ts';
import { AddNote } from './add-note.tsx';
import { NOTES_PATH, notesOfUnit } from './note.ts';
import classes from './notes.module.css';
import { useNotes, useRemoveNote } from './use-notes.ts';

const DAYS = 90;
const mayNote = (session: Session): boolean => may(session, 'responses:correct') || may(session, 'cases:assign');

/** What happened in the market, or was changed, in the last months; the newest first. */
export function NotesPanel({ unit }: { unit: string | undefined }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const names = useNames();
  const session = useSession();
  const today = localDay(useNow(60_000));
  const query = notesOfUnit(unit, addDays(today, -DAYS));
  const notes = useNotes(query);
  const { data } = notes;
  const remove = useRemoveNote();
  const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return (
    <Panel title={t('notes.title')} hint={t('notes.hint')} actions={<ApiCall path={NOTES_PATH} query={query} />}>
      {data === undefined ? <Waiting on={[notes]}><Skeleton height={80} /></Waiting> : data.data.length === 0 ? <EmptyNote title={t('notes.empty')} text={t('notes.emptyText')} /> : (
        <ul className={classes['notes']}>
          {data.data.toReversed().map((note) => (
            <li key={note.id}>
              <div><time dateTime={note.day} className="figure">{day.format(new Date(note.day))}</time> <small className="quiet">{t(`notes.kind.${note.kind}`)}{note.unit !== null && <> · <bdi>{names.unit(note.unit)}</bdi></>} · <bdi>{note.name}</bdi></small><p dir="auto">{note.text}</p></div>
              {mayNote(session) && <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('notes.remove', { text: note.text })} onClick={() => remove.mutate(note.id)}><IconTrash size={14} /></ActionIcon>}
            </li>
          ))}
        </ul>
      )}
      {mayNote(session) && <AddNote unit={unit} today={today} />}
    </Panel>
  );
}
