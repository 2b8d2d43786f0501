import { useCallback, useMemo, useState } from 'react';
import { useSession } from '../session/session.ts';
import { Drafts } from './drafts.ts';

/** The note being written on a task; every keystroke is kept, so that it survives everything but being sent or emptied. */
export function useDraft(task: string): [string, (text: string) => void] {
  const { subject } = useSession();
  const drafts = useMemo(() => {
    const kept = new Drafts(localStorage, subject);
    kept.prune(new Date());
    return kept;
  }, [subject]);
  const [text, setText] = useState(() => drafts.read(task));
  const write = useCallback((next: string) => {
    setText(next);
    drafts.write(task, next, new Date());
  }, [drafts, task]);
  return [text, write];
}
