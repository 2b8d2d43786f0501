import { Button, Group, Select, Skeleton } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.ts';
import { EmptyNote } from '../app/empty-note.tsx';
import { NotFound } from '../app/not-found.tsx';
import { Page } from '../app/page.tsx';
import { ProblemView } from '../app/problem-view.tsx';
import { useProgrammes } from '../catalog/catalog.ts';
import { DEFAULT_PROGRAMME } from '../filters/selection.ts';
import { UnitFilter } from '../filters/unit-filter.tsx';
import { ApiCall } from '../scores/api-call.tsx';
import { useSession } from '../session/session.ts';
import { localDay } from '../time/range.ts';
import { isQuarter, partsOf, quartersUpTo } from './quarter.ts';
import type { ReportSearch } from './report-search.ts';
import { ReportSheet } from './report-sheet.tsx';
import { REPORT_PATH, useReport } from './use-report.ts';

const route = getRouteApi('/reports/$quarter');
const BACK = 12;

export function ReportPage() {
  const { quarter } = route.useParams();
  return isQuarter(quarter) ? <OfQuarter quarter={quarter} /> : <NotFound />;
}

function OfQuarter({ quarter }: { quarter: string }) {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = useNavigate();
  const programmes = (useProgrammes().data ?? []).filter(({ anonymous }) => !anonymous);
  const { units } = useSession();
  // Whoever has several units and names none sees the first: a report is of one.
  const unit = search.unit ?? (units !== null && units.length > 1 ? units[0] : undefined);
  const query = { quarter, programme: search.programme ?? DEFAULT_PROGRAMME, unit };
  const { data, error, refetch } = useReport(query);
  const quarters = [...new Set([quarter, ...quartersUpTo(localDay(new Date()), BACK)])].sort().reverse();
  const go = (to: string, change: ReportSearch): void => void navigate({ to: '/reports/$quarter', params: { quarter: to }, search: { ...search, ...change } });
  const anonymous = error instanceof ApiProblem && error.code === 'PROGRAMME.ANONYMOUS';
  return (
    <Page title={t('report.title')}
      aside={<Group gap={8} className="no-print"><ApiCall path={REPORT_PATH} query={query} /><Button size="xs" leftSection={<IconPrinter size={15} aria-hidden />} disabled={!data} onClick={() => window.print()}>{t('report.print')}</Button></Group>}
      filters={<Group gap={8} className="no-print">
        <Select w={150} aria-label={t('report.quarterLabel')} value={quarter} allowDeselect={false} data={quarters.map((value) => ({ value, label: t('report.quarter', partsOf(value)) }))} onChange={(value) => value && go(value, {})} />
        {programmes.length > 1 && <Select w={170} aria-label={t('filter.programme')} value={query.programme} allowDeselect={false} data={programmes.map(({ key, name }) => ({ value: key, label: name }))} onChange={(programme) => programme && go(quarter, { programme })} />}
        <UnitFilter value={unit} onChange={(unit) => void navigate({ to: '/reports/$quarter', params: { quarter }, search: { ...(search.programme ? { programme: search.programme } : {}), ...(unit ? { unit } : {}) } })} />
      </Group>}>
      {anonymous ? <EmptyNote title={t('drivers.anonymous')} text={t('drivers.anonymousText')} /> : error !== null && data === undefined ? <ProblemView error={error} onRetry={() => void refetch()} /> : data === undefined ? <Skeleton height={600} maw={900} mx="auto" /> : <ReportSheet report={data} query={query} />}
    </Page>
  );
}
