import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import type { Query } from '../api/query.ts';
import type { Drivers } from './drivers.ts';

export const DRIVERS_PATH = '/v1/scores/drivers';

/** It looks at single answers, so it is asked once for a selection and not with every answer that comes in. */
export function useDrivers(query: Query, enabled = true) {
  return useQuery({
    queryKey: ['drivers', query], queryFn: ({ signal }) => call<Drivers>(DRIVERS_PATH, { query, signal }), placeholderData: keepPreviousData, staleTime: 60_000, enabled,
  });
}
