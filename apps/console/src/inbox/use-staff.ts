import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call } from '../api/client.ts';
import { allOf, type Page } from '../api/page.ts';
import { may, type Role } from '../session/scopes.ts';
import { useSession } from '../session/session.ts';
import type { Staff } from './case.ts';

interface Person {
  readonly subject: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** The roles that work on cases. */
const WORKING: ReadonlySet<Role> = new Set(['agent', 'supervisor', 'manager', 'administrator']);

/** Who tasks can be given to, for those who may give them. */
export function useStaff(): Staff[] {
  const session = useSession();
  const { data } = useQuery({
    queryKey: ['staff'],
    queryFn: ({ signal }) => allOf((cursor) => call<Page<Person>>('/v1/people', { query: { limit: 1000, cursor }, signal })),
    enabled: may(session, 'cases:assign'),
    staleTime: 5 * 60_000,
  });
  return useMemo(() => (data ?? []).filter(({ roles }) => roles.some((role) => WORKING.has(role))).map(({ subject, name }) => ({ id: subject, name })), [data]);
}
