import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNames } from '../catalog/catalog.ts';
import { CorrectAnswer } from '../corrections/correct-answer.tsx';
import { WhoChanged } from '../corrections/who-changed.tsx';
import { AnswerScore } from '../figures/answer-score.tsx';
import { directionOf } from '../i18n/direction.ts';
import { Ago } from '../time/ago.tsx';
import type { Answer } from './answer.ts';
import { CaseLink } from './case-link.tsx';
import classes from './answers.module.css';
import { SpokenReason } from './spoken-reason.tsx';

export function AnswerRow({ answer }: { answer: Answer }) {
  const { t } = useTranslation();
  const names = useNames();
  const facts = [names.unit(answer.unit), names.touchpoint(answer.touchpoint), answer.servedBy && t('answers.servedBy', { who: answer.servedBy.name ?? answer.servedBy.id })].filter((fact) => typeof fact === 'string');
  return (
    <article className={classes['answer']} data-excluded={answer.state === 'excluded'}>
      <div className={classes['score']}><AnswerScore score={answer.score} segment={answer.segment} /></div>
      <div className={classes['said']}>
        {answer.comment ? <p dir={directionOf(answer.language)} lang={answer.language}>{answer.comment}</p> : !answer.recording && <p className="quiet">{t('answers.noWords')}</p>}
        {answer.recording && <SpokenReason recording={answer.recording} />}
        <div className={classes['facts']}>
          {facts.map((fact) => <bdi key={fact}>{fact}</bdi>)}
          {answer.customer?.name && <bdi>{answer.customer.name}</bdi>}
          {answer.state === 'excluded' && <b>{t('answers.excluded')}</b>}
          {answer.reason !== undefined && answer.reason !== 'respondent' && <WhoChanged answer={answer.id} zone={names.zone(answer.unit)} label={t('corrections.changed', { reason: answer.reason })} />}
          {answer.segment === 'detractor' && <CaseLink answer={answer.id} />}
          <CorrectAnswer key={`${answer.id} ${answer.revision}`} answer={answer} />
        </div>
      </div>
      <div className={classes['when']}><Ago at={answer.answeredAt} zone={names.zone(answer.unit)} /></div>
    </article>
  );
}

export function AnswerRowsSkeleton() {
  return [1, 2, 3, 4, 5, 6].map((row) => (
    <div key={row} className={classes['answer']}><Skeleton height={18} width={90} /><div className={classes['said']}><Skeleton height={18} mb={6} /><Skeleton height={12} width={200} /></div><Skeleton height={14} width={70} /></div>
  ));
}
