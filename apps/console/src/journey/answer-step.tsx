import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../answers/answer.ts';
import { ProblemView } from '../app/problem-view.tsx';
import { useNames } from '../catalog/catalog.ts';
import { AnswerScore } from '../figures/answer-score.tsx';
import { directionOf } from '../i18n/direction.ts';
import type { Decision } from '../interactions/decision.ts';
import classes from './journey.module.css';
import { Step } from './step.tsx';

interface AnswerStepProps {
  readonly decision: Decision;
  /** Null: none that can be seen. */
  readonly answer: Answer | null | undefined;
  readonly error: Error | null;
  readonly allowed: boolean;
}

export function AnswerStep({ decision: { outcome, invitation, unit }, answer, error, allowed }: AnswerStepProps) {
  const { t } = useTranslation();
  const zone = useNames().zone(unit);
  if (invitation && invitation.answered === undefined) return <Step name="answer" state="ends"><p className="quiet">{t('journey.whoAnsweredNotTold')}</p></Step>;
  if (!invitation?.answered) {
    const may = outcome === 'pending' || (invitation !== undefined && (invitation.status === 'sent' || invitation.status === 'issued'));
    return <Step name="answer" state={may ? 'waits' : 'ends'}><p className="quiet">{t(may ? 'journey.noAnswerYet' : 'journey.noAnswer')}</p></Step>;
  }
  if (!allowed || answer === null) return <Step name="answer" state="done"><p>{t('interactions.steps.answered')}</p>{answer !== undefined && <p className="quiet">{t('journey.answerNotShown')}</p>}</Step>;
  if (answer === undefined) return <Step name="answer" state="done">{error === null ? <Skeleton height={40} /> : <ProblemView error={error} />}</Step>;
  return (
    <Step name="answer" state="done" at={answer.answeredAt} zone={zone}>
      <p><AnswerScore score={answer.score} segment={answer.segment} /></p>
      {answer.comment && <p className={classes['words']} dir={directionOf(answer.language)} lang={answer.language}>{answer.comment}</p>}
      {answer.state === 'excluded' && <p className="quiet">{t('answers.excluded')}: <bdi>{answer.reason}</bdi></p>}
    </Step>
  );
}
