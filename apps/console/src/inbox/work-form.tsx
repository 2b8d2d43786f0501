import { Button, Group, Kbd, Select, Textarea } from '@mantine/core';
import { useState, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './case.module.css';
import { OUTCOMES, type Outcome } from './case.ts';

interface WorkFormProps {
  readonly draft: string;
  readonly onDraft: (text: string) => void;
  readonly onNote: () => void;
  /** Absent where this person cannot close the task. */
  readonly onClose: ((outcome: Outcome) => void) | undefined;
  readonly busy: boolean;
  readonly noteRef: RefObject<HTMLTextAreaElement | null>;
  readonly outcomeRef: RefObject<HTMLInputElement | null>;
}

/** A note, and the end of the task: what stands in the note when it is closed goes with it. */
export function WorkForm({ draft, onDraft, onNote, onClose, busy, noteRef, outcomeRef }: WorkFormProps) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key === 'Escape') event.currentTarget.blur();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onNote();
  };
  return (
    <>
      <div className={classes['form']}>
        <Textarea
          ref={noteRef} label={<>{t('inbox.note')} <Kbd size="xs">N</Kbd></>} value={draft} onChange={(event) => onDraft(event.currentTarget.value)} onKeyDown={onKeyDown}
          autosize minRows={4} maxRows={14} placeholder={t('inbox.notePlaceholder')} dir="auto" description={draft.trim() === '' ? undefined : t('inbox.draftKept')} inputWrapperOrder={['label', 'input', 'description']}
        />
        <Button variant="default" onClick={onNote} disabled={draft.trim() === '' || busy}>{t('inbox.saveNote')}</Button>
      </div>
      {onClose && (
        <Group gap={8} align="flex-end" wrap="nowrap">
          <Select
            ref={outcomeRef} label={<>{t('inbox.outcome')} <Kbd size="xs">E</Kbd></>} placeholder={t('inbox.chooseOutcome')} value={outcome} flex={1}
            data={OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))} onChange={(value) => setOutcome(OUTCOMES.find((known) => known === value) ?? null)}
          />
          <Button onClick={() => outcome && onClose(outcome)} disabled={outcome === null || busy}>{t('inbox.close')}</Button>
        </Group>
      )}
    </>
  );
}
