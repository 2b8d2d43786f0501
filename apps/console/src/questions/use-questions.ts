import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/client.ts';
import type { Query } from '../api/query.ts';
import { useProgrammes } from '../catalog/catalog.ts';
import { ofSegments, segmentQuery, type Selection } from '../filters/selection.ts';
import { useNorms } from '../norms/use-norms.ts';
import { SCORES_KEY } from '../scores/use-scores.ts';
import type { Questions } from './questions.ts';

export const QUESTIONS_PATH = '/v1/scores/questions';
const INDUSTRY_STORE = 'candor.industry';

export const useQuestions = (query: Query, enabled: boolean) =>
  useQuery({ queryKey: [...SCORES_KEY, 'questions', query], queryFn: ({ signal }) => call<Questions>(QUESTIONS_PATH, { query, signal }), placeholderData: keepPreviousData, enabled });

/** The three months that end with the selection; norms are of what customers recommend, so that other programmes name no industry. */
export function useQuestionsQuery(selection: Selection, industry: string | null): { query: Query; ofCustomers: boolean; ready: boolean } {
  const programmes = useProgrammes();
  const norms = useNorms();
  const ofCustomers = ofSegments(selection).measure === 'nps' && programmes.data?.find(({ key }) => key === selection.programme)?.audience !== 'employees';
  const known = ofCustomers && norms.data?.industries.some(({ key }) => key === industry);
  const { from: _from, ...query } = segmentQuery(selection);
  return { query: { ...query, industry: known ? industry : undefined }, ofCustomers, ready: !programmes.isPending && !norms.isPending };
}

/** The reader's industry, remembered in this browser. */
export function useIndustry(): [string | null, (industry: string | null) => void] {
  const [industry, setIndustry] = useState(() => localStorage.getItem(INDUSTRY_STORE));
  return [industry, (next) => {
    if (next === null) localStorage.removeItem(INDUSTRY_STORE);
    else localStorage.setItem(INDUSTRY_STORE, next);
    setIndustry(next);
  }];
}
