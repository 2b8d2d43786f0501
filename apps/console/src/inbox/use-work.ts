import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.ts';
import { call } from '../api/client.ts';
import { useSay } from '../notice/notices.ts';
import type { Outcome, Staff } from './case.ts';
import { useRefreshCases } from './use-cases.ts';

export type Work =
  | { readonly step: 'claim' | 'release' }
  | { readonly step: 'notes'; readonly body: { readonly text: string } }
  | { readonly step: 'close'; readonly body: { readonly outcome: Outcome; readonly note?: string } }
  | { readonly step: 'assign'; readonly body: { readonly assignee: Staff } };

/** One step of work on a task. Somebody may have been faster: then it is said, and the task is shown as it is now. */
export function useWork(id: string) {
  const { t } = useTranslation();
  const say = useSay();
  const refresh = useRefreshCases();
  return useMutation({
    mutationFn: (work: Work) => call<unknown>(`/v1/cases/${encodeURIComponent(id)}/${work.step}`, { method: 'POST', body: 'body' in work ? work.body : {} }),
    onSuccess: (_, work) => say('done', t(`inbox.done.${work.step}`)),
    onError: (error) => say('failed', (error instanceof ApiProblem ? error.detail : undefined) ?? error.message),
    onSettled: () => refresh(id),
  });
}
