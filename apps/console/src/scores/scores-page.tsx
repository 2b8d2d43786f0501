import { MEASURES } from '@candor/contracts';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AccountsPanel } from '../accounts/accounts-panel.tsx';
import { Page } from '../app/page.tsx';
import { ServiceLevelsPanel } from '../service-levels/service-levels-panel.tsx';
import { GrowthPanel } from '../growth/growth-panel.tsx';
import { SelectionBar } from '../filters/selection-bar.tsx';
import { useSelection } from '../filters/use-selection.ts';
import { LiveMark } from '../live/live-mark.tsx';
import { useLiveScores } from '../live/use-live-scores.ts';
import { intervalFor } from '../time/range.ts';
import { DriversPanel } from '../drivers/drivers-panel.tsx';
import { useAnonymous } from '../drivers/use-anonymous.ts';
import { AnonymousNote } from '../figures/anonymous-note.tsx';
import { hasSegments } from '../figures/measure.ts';
import { CutsPanel } from '../cuts/cuts-panel.tsx';
import { DistributionPanel } from './distribution-panel.tsx';
import { HeadlinePanel } from './headline-panel.tsx';
import { HeatPanel } from './heat-panel.tsx';
import classes from './scores.module.css';
import { TotalPanel } from '../total/total-panel.tsx';
import { TrendPanel } from './trend-panel.tsx';

const route = getRouteApi('/scores');

/** A figure, how it came about, how it went, and where it is high or low. */
export function ScoresPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const selection = useSelection(search);
  const live = useLiveScores();
  const anonymous = useAnonymous(selection.programme);
  const wanted = search.interval ?? intervalFor(selection.range);
  // Batches have a day and no hour.
  const interval = anonymous && wanted === 'hour' ? 'day' : wanted;
  return (
    <Page title={t('nav.scores')} aside={<LiveMark state={live} />}
      filters={<SelectionBar measures={MEASURES} selection={selection} onChange={(change) => void navigate({ search: (now) => ({ ...now, ...change }) })} />}>
      <AnonymousNote programme={selection.programme} />
      <div className={classes['grid']}>
        <HeadlinePanel selection={selection} />
        <DistributionPanel selection={selection} />
        <TrendPanel selection={selection} interval={interval} window={search.window} onSteps={(chosen) => void navigate({ search: (now) => ({ ...now, ...chosen }) })} />
        {hasSegments(selection.measure) && <TotalPanel selection={selection} />}
        <HeatPanel selection={selection} />
        <CutsPanel selection={selection} />
        {hasSegments(selection.measure) && <DriversPanel selection={selection} />}
        <ServiceLevelsPanel selection={selection} />
        {hasSegments(selection.measure) && <AccountsPanel selection={selection} />}
        {hasSegments(selection.measure) && <GrowthPanel selection={selection} />}
      </div>
    </Page>
  );
}
