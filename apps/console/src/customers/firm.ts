import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import type { Page } from '../api/page.ts';
import type { CustomersSearch } from './customers-search.ts';

export interface Coverage {
  readonly known: number;
  readonly asked: number;
  readonly answered: number;
}

/** A firm and how far its people were heard, from `GET /v1/accounts`. */
export interface Firm {
  readonly id: string;
  readonly name: string | null;
  readonly contacts: Coverage;
  /** Those of the role that the programme asks first. */
  readonly decisionMakers: Coverage;
}

export interface FirmWithPeople extends Firm {
  readonly people: readonly { readonly customer: string; readonly role?: string; readonly decides: boolean; readonly askedAt: string | null; readonly answered: boolean }[];
}

export const FIRMS_PATH = '/v1/accounts';
export const firmsQuery = ({ programme, unit }: CustomersSearch) => ({ programme, unit });
const SCREEN = 50;

export function useFirms(search: CustomersSearch) {
  const query = firmsQuery(search);
  return useInfiniteQuery({
    queryKey: ['firms', query], initialPageParam: undefined as string | undefined, getNextPageParam: ({ next }: Page<Firm>) => next ?? undefined,
    queryFn: ({ pageParam, signal }) => call<Page<Firm>>(FIRMS_PATH, { query: { ...query, limit: SCREEN, cursor: pageParam }, signal }), placeholderData: keepPreviousData,
  });
}

export function useFirm(id: string, search: CustomersSearch) {
  const query = firmsQuery(search);
  return useQuery({ queryKey: ['firms', 'one', id, query], queryFn: ({ signal }) => call<FirmWithPeople>(`${FIRMS_PATH}/${encodeURIComponent(id)}`, { query, signal }) });
}
