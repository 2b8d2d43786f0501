import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import { allOf, type Page } from '../api/page.ts';
import type { Scope } from '../session/scopes.ts';

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly units: readonly string[] | null;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
}

const KEYS = ['api-keys'];

export const useApiKeys = () =>
  useQuery({ queryKey: KEYS, queryFn: ({ signal }) => allOf((cursor) => call<Page<ApiKey>>('/v1/api-keys', { query: { cursor }, signal })) });

export function useCreateKey() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { name: string; scopes: string[]; units?: string[] }) => call<ApiKey & { secret: string }>('/v1/api-keys', { method: 'POST', body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEYS }),
  });
}

export function useRevokeKey() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call(`/v1/api-keys/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEYS }),
  });
}
