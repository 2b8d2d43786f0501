import { Group, Select, Skeleton } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from '../app/empty-note.tsx';
import { Page } from '../app/page.tsx';
import { Panel } from '../app/panel.tsx';
import { ProblemView } from '../app/problem-view.tsx';
import { useNames, useProgrammes } from '../catalog/catalog.ts';
import { DEFAULT_PROGRAMME, withoutUndefined } from '../filters/selection.ts';
import { useLanguage } from '../i18n/language.ts';
import { Ago } from '../time/ago.tsx';
import { localDay } from '../time/range.ts';
import { partsOf, quartersUpTo } from './quarter.ts';
import classes from './report.module.css';
import type { KeptReport } from './report.ts';
import type { ReportSearch } from './report-search.ts';
import { useReports } from './use-report.ts';

const route = getRouteApi('/reports');

/** The reports that were kept, each with how far its plan is; and the quarters that can be looked at. */
export function ReportsPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const programmes = (useProgrammes().data ?? []).filter(({ anonymous }) => !anonymous);
  const programme = search.programme ?? DEFAULT_PROGRAMME;
  const { data, error, refetch } = useReports(programme);
  const open = search.programme === undefined ? {} : { programme };
  return (
    <Page title={t('report.titles')} filters={programmes.length > 1 && <Group><Select w={170} aria-label={t('filter.programme')} value={programme} allowDeselect={false} data={programmes.map(({ key, name }) => ({ value: key, label: name }))}
      onChange={(key) => void navigate({ search: withoutUndefined({ programme: key === DEFAULT_PROGRAMME || key === null ? undefined : key }) })} /></Group>}>
      <Panel title={t('report.look')} hint={t('report.lookHint')}>
        <Group gap={14}>{quartersUpTo(localDay(new Date()), 5).map((quarter) => <Link key={quarter} to="/reports/$quarter" params={{ quarter }} search={open}>{t('report.quarter', partsOf(quarter))}</Link>)}</Group>
      </Panel>
      <div style={{ marginBlockStart: 14 }}>
        <Panel title={t('report.kept')} hint={t('report.keptHint')}>
          {error !== null && data === undefined ? <ProblemView error={error} onRetry={() => void refetch()} /> : data === undefined ? <Skeleton height={120} /> : data.data.length === 0 ? <EmptyNote title={t('report.noneKept')} text={t('report.noneKeptText')} /> : <Kept reports={data.data} search={open} />}
        </Panel>
      </div>
    </Page>
  );
}

function Kept({ reports, search }: { reports: readonly KeptReport[]; search: ReportSearch }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const names = useNames();
  return (
    <table className={`${classes['table']} ${classes['stacked']}`}>
      <thead><tr><th scope="col">{t('report.quarterLabel')}</th><th scope="col">{t('scores.unit')}</th><th scope="col" className={classes['end']}>{t('scores.figure')}</th><th scope="col">{t('report.plan')}</th><th scope="col">{t('report.made')}</th></tr></thead>
      <tbody>
        {reports.map(({ id, quarter, unit, nps, n, items, done, madeAt }) => (
          <tr key={id}>
            <th scope="row"><Link to="/reports/$quarter" params={{ quarter }} search={{ ...search, ...(unit === null ? {} : { unit }) }}>{t('report.quarter', partsOf(quarter))}</Link></th>
            <td>{unit === null ? t('filter.allUnits') : names.unit(unit)}</td>
            <td className={classes['end']} data-label={t('scores.figure')}>{nps === null ? '–' : <b className="figure">{format.signed(nps)}</b>} <small className="figure">{t('figure.n', { shown: format.count(n) })}</small></td>
            <td data-label={t('report.plan')}>{items === 0 ? <b>{t('report.unplanned')}</b> : t('report.progress', { done: format.count(done), items: format.count(items) })}</td>
            <td data-label={t('report.made')}><Ago at={madeAt} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
