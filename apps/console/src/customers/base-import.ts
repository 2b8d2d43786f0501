import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call } from '../api/client.ts';
import { upload } from '../api/upload.ts';

/** How far a file of customers has come, from `GET /v1/imports/{id}`. */
export interface BaseImport {
  readonly id: string;
  readonly status: 'receiving' | 'running' | 'done' | 'failed';
  /** Of the file, its header included. */
  readonly lines: number;
  /** That are done. */
  readonly rows: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly left: number;
  /** The first of them. */
  readonly errors: readonly { readonly line: number; readonly field: string; readonly message: string }[];
}

/** Of a CSV file; a space after each, so that they wrap between names. */
export const COLUMNS = 'id, unit, name, email, phone, language, timeZone, segment, since, until, value, currency, account_id, account_name, account_role, consent_email, consent_sms, consent_voice, consent_marketing, consent_recording';

const LOOK_AGAIN = 700;
const isOver = (one: BaseImport | undefined): boolean => one?.status === 'done' || one?.status === 'failed';

/** How much of a file is done, 0 to 1. A cell of several lines is one row: until the end there may be fewer rows than lines. */
export const shareDone = ({ lines, rows }: Pick<BaseImport, 'lines' | 'rows'>): number => (lines === 0 ? 0 : Math.min(1, rows / lines));

/**
 * Sends a file, and follows its rows until they are done: the file is kept first, and read then.
 * @param id of a file that was sent before: it is followed from wherever it is
 */
export function useBaseImport(id: string | undefined, onSent: (id: string) => void) {
  const queries = useQueryClient();
  const [sent, setSent] = useState(0);
  const load = useMutation({
    mutationFn: ({ complete, ...given }: { file: File; contentType: string; complete: boolean }) => upload<{ import: string }>('/v1/customers/import', { ...given, query: { complete }, onProgress: setSent }),
    onMutate: () => setSent(0),
    onSuccess: ({ import: kept }) => onSent(kept),
  });
  const progress = useQuery({
    queryKey: ['imports', id], queryFn: ({ signal }) => call<BaseImport>(`/v1/imports/${id ?? ''}`, { signal }), enabled: id !== undefined,
    refetchInterval: ({ state: { data } }) => (isOver(data) ? false : LOOK_AGAIN),
  });
  const over = isOver(progress.data);
  useEffect(() => {
    if (over) void queries.invalidateQueries({ queryKey: ['firms'] });
  }, [over, queries]);
  const busy = load.isPending || (id !== undefined && progress.error === null && !over);
  return { load, sent, progress: load.isPending ? undefined : progress.data, error: load.error ?? (load.isPending ? null : progress.error), busy };
}
