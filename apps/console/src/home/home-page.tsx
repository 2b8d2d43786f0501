import { MEASURES } from '@candor/contracts';
import { getRouteApi, Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { destinationsOf } from '../app/navigation.ts';
import { Page } from '../app/page.tsx';
import { SelectionBar } from '../filters/selection-bar.tsx';
import { hasSegments } from '../figures/measure.ts';
import { useSelection } from '../filters/use-selection.ts';
import { LiveMark } from '../live/live-mark.tsx';
import { useLiveScores } from '../live/use-live-scores.ts';
import { ThreeQuestions } from '../questions/three-questions.tsx';
import { HeadlinePanel } from '../scores/headline-panel.tsx';
import { may } from '../session/scopes.ts';
import { useSession } from '../session/session.ts';
import classes from './home.module.css';
import { NewestWords } from './newest-words.tsx';
import { OpenCases } from './open-cases.tsx';
import { RankedUnits } from './ranked-units.tsx';
import { WhereTheProblemIs } from './where-the-problem-is.tsx';

const route = getRouteApi('/');
const ALSO = ['answers'] as const;

/** One page that says how things stand, where the problem is, and what people say. Who may not see scores goes where they work. */
export function HomePage() {
  const session = useSession();
  const first = destinationsOf(session)[0];
  if (!may(session, 'scores:read')) return first === undefined ? null : <Navigate to={first.to} replace />;
  return <Standing />;
}

function Standing() {
  const { t } = useTranslation();
  const session = useSession();
  const navigate = route.useNavigate();
  const selection = useSelection(route.useSearch());
  const live = useLiveScores(ALSO);
  return (
    <Page title={t('nav.home')} aside={<LiveMark state={live} />}
      filters={<SelectionBar measures={MEASURES} selection={selection} onChange={(change) => void navigate({ search: (now) => ({ ...now, ...change }) })} />}>
      <div className={classes['grid']}>
        <div className={classes['column']}>
          <HeadlinePanel selection={selection} />
          {hasSegments(selection.measure) && <WhereTheProblemIs selection={selection} />}
          {hasSegments(selection.measure) && <ThreeQuestions selection={selection} />}
          {may(session, 'cases:read') && <OpenCases unit={selection.units[0]} />}
        </div>
        <div className={classes['column']}>
          <RankedUnits selection={selection} />
          {may(session, 'responses:read') && <NewestWords selection={selection} />}
        </div>
      </div>
    </Page>
  );
}
