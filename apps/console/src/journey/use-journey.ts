import { useQuery } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import type { Page } from '../api/page.ts';
import type { Answer } from '../answers/answer.ts';
import type { Case } from '../inbox/case.ts';
import type { Decision } from '../interactions/decision.ts';
import { DECISIONS_PATH } from '../interactions/use-ledger.ts';
import type { JourneySearch } from './journey-search.ts';

const SOON = 3000;

/** Where the interaction stands. A pending one goes on by itself, and so does one whose message is out: while it is shown, look again. */
export function useDecision({ source, id }: JourneySearch) {
  return useQuery({
    queryKey: ['decisions', { source, id }],
    queryFn: async ({ signal }) => (await call<Page<Decision>>(DECISIONS_PATH, { query: { source, id }, signal })).data[0] ?? null,
    enabled: source !== undefined && id !== undefined,
    refetchInterval: ({ state: { data } }) => (data && (data.outcome === 'pending' || data.invitation?.answered === false) ? SOON : false),
  });
}

/** The answer to its invitation; null: there is none that can be seen. */
export function useAnswer(decision: Decision | null | undefined, allowed: boolean) {
  const invitation = decision?.invitation?.answered ? decision.invitation : undefined;
  return useQuery({
    queryKey: ['answers', 'of', invitation?.id],
    queryFn: async ({ signal }) => (await call<Page<Answer>>('/v1/responses', { query: { invitation: invitation?.id, order: 'latest' }, signal })).data[0] ?? null,
    enabled: allowed && invitation !== undefined,
    // The ledger may hear of an answer a moment before it can be listed.
    refetchInterval: ({ state: { data } }) => (data === null ? SOON : false),
  });
}

/** The case that the answer opened. Looking at the list of cases does not lock the answer, opening the case does. */
export function useCaseOf(answer: string | undefined, allowed: boolean) {
  return useQuery({
    queryKey: ['cases', 'of', answer],
    queryFn: async ({ signal }) => (await call<Page<Case>>('/v1/cases', { query: { response: answer }, signal })).data[0] ?? null,
    enabled: allowed && answer !== undefined,
  });
}
