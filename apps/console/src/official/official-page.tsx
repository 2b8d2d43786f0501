import { Select, Skeleton, Tabs } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../app/page.tsx';
import { ProblemView } from '../app/problem-view.tsx';
import { useProgrammes } from '../catalog/catalog.ts';
import { DEFAULT_PROGRAMME } from '../filters/selection.ts';
import { NormsTab } from '../norms/norms-tab.tsx';
import { partsOf } from '../report/quarter.ts';
import { TargetsPanel } from '../targets/targets-panel.tsx';
import { useNow } from '../time/clock.ts';
import { localDay } from '../time/range.ts';
import { daysOf, quarterRows } from './editions.ts';
import { FiguresPanel } from './figures-panel.tsx';
import { TABS, type OfficialSearch } from './official-search.ts';
import classes from './official.module.css';
import { QuartersPanel } from './quarters-panel.tsx';
import { useAnsweredQuarters, useEditions } from './use-official.ts';

const route = getRouteApi('/official');
type Change = { readonly [K in keyof OfficialSearch]?: OfficialSearch[K] | undefined };

/** What was published and what is aimed at, and what scores are held against. */
export function OfficialPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const programmes = useProgrammes().data ?? [];
  const { tab = 'quarters', programme = DEFAULT_PROGRAMME } = search;
  const change = (part: Change): void => void navigate({ search: (now) => ({ ...now, ...part }) as OfficialSearch });
  return (
    <Page title={t('nav.official')}
      filters={tab !== 'norms' && programmes.length > 1 && (
        <Select w={220} maw="100%" aria-label={t('filter.programme')} allowDeselect={false} value={programme} data={programmes.map(({ key, name }) => ({ value: key, label: name }))}
          onChange={(value) => change({ programme: value === null || value === DEFAULT_PROGRAMME ? undefined : value, edition: undefined })} />
      )}>
      <Tabs value={tab} onChange={(value) => change({ tab: TABS.find((name) => name === value) })} keepMounted={false}>
        <Tabs.List mb={14}>{TABS.map((name) => <Tabs.Tab key={name} value={name}>{t(`official.tabs.${name}`)}</Tabs.Tab>)}</Tabs.List>
        <Tabs.Panel value="quarters"><Quarters programme={programme} search={search} onChange={change} /></Tabs.Panel>
        <Tabs.Panel value="targets"><TargetsPanel title={t('official.targets')} programme={programme} /></Tabs.Panel>
        <Tabs.Panel value="norms"><NormsTab /></Tabs.Panel>
      </Tabs>
    </Page>
  );
}

/** Beside the quarters the figures of one: as published, or as they are so far. */
function Quarters({ programme, search, onChange }: { programme: string; search: OfficialSearch; onChange: (change: Change) => void }) {
  const { t } = useTranslation();
  const today = localDay(useNow(60_000));
  const { data, error, refetch } = useEditions(programme);
  const answered = useAnsweredQuarters(programme, today, data?.data ?? []);
  if (error !== null && data === undefined) return <ProblemView error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton height={320} />;
  const rows = quarterRows(data.data, today, answered.quarters);
  const chosen = rows.find(({ quarter }) => quarter === search.quarter) ?? rows.find(({ edition }) => edition !== null) ?? rows[0]!;
  return (
    <div className={classes['grid']}>
      <QuartersPanel rows={rows} settled={answered.settled} chosen={chosen.quarter} programme={programme} onChoose={(quarter) => onChange({ quarter, edition: undefined })} />
      {chosen.edition === null
        ? <TargetsPanel title={t('official.notFrozen', { quarter: t('report.quarter', partsOf(chosen.quarter)) })} programme={programme} days={daysOf(chosen.quarter)} />
        : <FiguresPanel quarter={chosen.quarter} programme={programme} search={search} onChange={onChange} />}
    </div>
  );
}
