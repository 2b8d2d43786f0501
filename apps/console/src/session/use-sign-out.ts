import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { call } from '../api/client.ts';
import { endSession } from './session.ts';

/** Ends the session at the gateway and forgets everything that was shown to this person. */
export function useSignOut(): () => void {
  const queries = useQueryClient();
  return useCallback(() => {
    void call('/auth/logout', { method: 'POST' }).finally(() => {
      queries.clear();
      endSession(queries);
    });
  }, [queries]);
}
