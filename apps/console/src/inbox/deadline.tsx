import { Tooltip } from '@mantine/core';
import { IconClock, IconClockExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../catalog/catalog.ts';
import { useLanguage } from '../i18n/language.ts';
import { useNow } from '../time/clock.ts';
import { countdown } from '../time/countdown.ts';
import { absolute } from '../time/relative.ts';
import type { Case } from './case.ts';
import classes from './queue.module.css';
import { runningDeadline } from './queue.ts';

/** The time left to the deadline that runs now, quietly; late and nearly late are told by icon and weight. */
export function Deadline({ task }: { task: Pick<Case, 'deadlines' | 'unit'> }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const now = useNow();
  const names = useNames();
  const running = runningDeadline(task.deadlines);
  const due = new Date(running);
  const { late, urgent, distance } = countdown(due, now, language);
  const what = running === task.deadlines.dueAt ? 'inbox.dueFollowUp' : 'inbox.dueFirst';
  return (
    <Tooltip label={`${t(what)} ${absolute(due, language, names.zone(task.unit))}`}>
      <span className={classes['deadline']} data-urgent={urgent}>
        {late ? <IconClockExclamation size={13} aria-hidden /> : <IconClock size={13} aria-hidden />}
        <span className="bidi">{late ? t('inbox.late', { distance }) : t('inbox.left', { distance })}</span>
      </span>
    </Tooltip>
  );
}
