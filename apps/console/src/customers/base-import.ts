import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
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

const LOOK_AGAIN = 700;
const isOver = (one: BaseImport | undefined): boolean => one?.status === 'done' || one?.status === 'failed';

/** Sends a file, and follows its rows until they are done: the file is kept first, and read then. */
export function useBaseImport() {
  const [sent, setSent] = useState(0);
  const load = useMutation({
    mutationFn: ({ complete, ...given }: { file: File; contentType: string; complete: boolean }) => upload<{ import: string }>('/v1/customers/import', { ...given, query: { complete }, onProgress: setSent }),
    onMutate: () => setSent(0),
  });
  const id = load.data?.import;
  const progress = useQuery({
    queryKey: ['imports', id], queryFn: ({ signal }) => call<BaseImport>(`/v1/imports/${id ?? ''}`, { signal }), enabled: id !== undefined,
    refetchInterval: ({ state: { data } }) => (isOver(data) ? false : LOOK_AGAIN),
  });
  const busy = load.isPending || (id !== undefined && progress.error === null && !isOver(progress.data));
  return { load, sent, progress: progress.data, error: load.error ?? progress.error, busy };
}
