import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNames } from '../catalog/catalog.ts';
import { Ago } from '../time/ago.tsx';
import classes from './case.module.css';
import type { Case } from './case.ts';

/** Where, with whom and when: the facts around the answer. */
export function WhatHappened({ task }: { task: Case }) {
  const { t } = useTranslation();
  const names = useNames();
  const above = task.path.slice(0, -1).map((unit) => unit.name);
  const channel = task.answer.channel;
  return (
    <dl className={classes['facts']}>
      <div><dt>{t('inbox.facts.touchpoint')}</dt><dd><bdi>{task.touchpointName}</bdi></dd></div>
      <div><dt>{t('inbox.facts.unit')}</dt><dd><Link to="/scores" search={{ unit: task.unit }}><bdi>{task.unitName}</bdi></Link>{above.length > 0 && <span className="quiet"> · {above.join(' › ')}</span>}</dd></div>
      <div><dt>{t('inbox.facts.servedBy')}</dt><dd><bdi>{task.servedBy ? task.servedBy.name ?? task.servedBy.id : '–'}</bdi></dd></div>
      <div><dt>{t('inbox.facts.answered')}</dt><dd><Ago at={task.answer.answeredAt} zone={names.zone(task.unit)} />{channel && <span className="quiet"> · {channel in CHANNELS ? t(`channel.${channel as keyof typeof CHANNELS}`) : channel}</span>}</dd></div>
    </dl>
  );
}

/** The channels that have a word of their own; others are shown as their source named them. */
const CHANNELS = { email: true, sms: true, voice: true, web: true, api: true } as const;
