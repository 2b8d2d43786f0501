import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import type { Query } from '../api/query.ts';
import { useSession } from '../session/session.ts';
import { may } from '../session/scopes.ts';
import type { KeptReport, PlanItem, Report } from './report.ts';

export const REPORT_PATH = '/v1/reports/quarter';
const KEY = ['reports'];

export const useReports = (programme: string) =>
  useQuery({ queryKey: [...KEY, 'list', programme], queryFn: ({ signal }) => call<{ data: readonly KeptReport[] }>('/v1/reports', { query: { programme }, signal }) });

export const useReport = (query: Query) =>
  useQuery({ queryKey: [...KEY, query], queryFn: ({ signal }) => call<Report>(REPORT_PATH, { query, signal }), placeholderData: keepPreviousData, staleTime: 60_000 });

/** Who leads people or answers for the figures keeps reports and writes plans. */
export function useMayPlan(): boolean {
  const session = useSession();
  return may(session, 'cases:assign') || may(session, 'responses:correct');
}

/** Keeps a report, or makes it anew. */
export function useKeepReport(query: Query) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => call<Report>(REPORT_PATH, { method: 'PUT', body: Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) }),
    onSuccess: async (report) => {
      queries.setQueryData([...KEY, query], report);
      await queries.invalidateQueries({ queryKey: [...KEY, 'list'] });
    },
  });
}

/** Replaces the plan, unless somebody has changed it meanwhile. */
export function useSavePlan(query: Query, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, items }: { id: string; version: number; items: readonly PlanItem[] }) => call<Report>(`/v1/reports/${id}/plan`, { method: 'PUT', body: { version, items } }),
    onSuccess: async (report) => {
      queries.setQueryData([...KEY, query], report);
      await queries.invalidateQueries({ queryKey: [...KEY, 'list'] });
      onDone();
    },
  });
}
