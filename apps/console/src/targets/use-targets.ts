import type { TargetState } from '@candor/nps';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import type { Query } from '../api/query.ts';
import { useAskedMeasure } from '../catalog/catalog.ts';
import type { Figure } from '../compare/comparison.ts';
import { useSay } from '../notice/notices.ts';
import { SCORES_KEY } from '../scores/use-scores.ts';

export const TARGETS_PATH = '/v1/targets';

export interface Target {
  /** null: all units. */
  readonly unit: string | null;
  /** null: all touchpoints. */
  readonly touchpoint: string | null;
  readonly value: number;
  readonly setBy: string;
  /** As they were called then; null: from before names were kept. */
  readonly setByName: string | null;
  readonly setAt: string;
  readonly state: TargetState;
  readonly figure: Figure;
}

export interface Targets {
  readonly asOf: string;
  readonly from: string;
  readonly to: string;
  readonly data: readonly Target[];
}

/** Under the key of scores: their figures are live. */
const KEY = [...SCORES_KEY, 'targets'];

export const useTargets = (query: Query) => useQuery({ queryKey: [...KEY, query], queryFn: ({ signal }) => call<Targets>(TARGETS_PATH, { query, signal }), placeholderData: keepPreviousData });

export function useSetTarget(programme: string, onDone: () => void) {
  const { t } = useTranslation();
  const say = useSay();
  const queries = useQueryClient();
  const measure = useAskedMeasure(programme);
  return useMutation({
    mutationFn: (target: { unit: string | null; touchpoint: string | null; value: number | null }) => call<Targets>(TARGETS_PATH, { method: 'PUT', body: { programme, measure, ...target } }),
    onSuccess: async (_, { value }) => {
      await queries.invalidateQueries({ queryKey: KEY });
      say('done', t(value === null ? 'official.targetRemoved' : 'official.targetSet'));
      onDone();
    },
  });
}
