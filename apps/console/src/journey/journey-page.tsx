import { Skeleton } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from '../app/empty-note.tsx';
import { Page } from '../app/page.tsx';
import { Panel } from '../app/panel.tsx';
import { ProblemView } from '../app/problem-view.tsx';
import { DECISIONS_PATH } from '../interactions/use-ledger.ts';
import { ApiCall } from '../scores/api-call.tsx';
import { may, seesComing } from '../session/scopes.ts';
import { useSession } from '../session/session.ts';
import { AnswerStep } from './answer-step.tsx';
import { CaseStep } from './case-step.tsx';
import { DecisionStep } from './decision-step.tsx';
import { EventStep } from './event-step.tsx';
import classes from './journey.module.css';
import { MessageStep } from './message-step.tsx';
import { ScoreStep } from './score-step.tsx';
import { useAnswer, useCaseOf, useDecision } from './use-journey.ts';

const route = getRouteApi('/interactions/journey');

/** All that became of one interaction: event, decision, message, answer, score, case, with times. */
export function JourneyPage() {
  const { t } = useTranslation();
  const session = useSession();
  const { source, id } = route.useSearch();
  const { data: decision, error, refetch } = useDecision({ ...(source && { source }), ...(id && { id }) });
  const answer = useAnswer(decision, may(session, 'responses:read'));
  const found = answer.data ?? undefined;
  const task = useCaseOf(found?.segment === 'detractor' ? found.id : undefined, may(session, 'cases:read'));
  const back = <Link to="/interactions">{t('journey.all')}</Link>;
  return (
    <Page title={t('journey.title')} aside={<>{back}{decision && <ApiCall path={DECISIONS_PATH} query={{ source, id }} />}</>}>
      <Panel title={<bdi className="ltr">{source} {id}</bdi>} hint={t('journey.hint')}>
        {source === undefined || id === undefined || decision === null ? <EmptyNote title={t('interactions.empty')} text={seesComing(session) ? t('interactions.emptyText') : `${t('interactions.emptyText')} ${t('ledger.notComing')}`}>{back}</EmptyNote>
          : error !== null && decision === undefined ? <ProblemView error={error} onRetry={() => void refetch()} /> : decision === undefined ? <Skeleton height={320} /> : (
            <ol className={classes['journey']}>
              <EventStep decision={decision} />
              <DecisionStep decision={decision} />
              <MessageStep decision={decision} />
              <AnswerStep decision={decision} answer={answer.data} error={answer.error} allowed={may(session, 'responses:read')} />
              <ScoreStep decision={decision} answer={found} />
              <CaseStep answer={found} task={task.data} allowed={may(session, 'cases:read')} />
            </ol>
          )}
      </Panel>
    </Page>
  );
}
