import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/client.ts';
import type { Query } from '../api/query.ts';
import { upload } from '../api/upload.ts';

/** How far a file has come, whatever it is of. */
export interface FileProgress {
  readonly id: string;
  readonly status: 'receiving' | 'running' | 'done' | 'failed';
  /** Of the file, its header included. */
  readonly lines: number;
  /** That are done. */
  readonly rows: number;
  readonly refused: number;
  /** The first of them. */
  readonly errors: readonly { readonly line: number; readonly field: string; readonly message: string }[];
}

const LOOK_AGAIN = 700;
const isOver = (one: FileProgress | undefined): boolean => one?.status === 'done' || one?.status === 'failed';

/** How much of a file is done, 0 to 1. A cell of several lines is one row: until the end there may be fewer rows than lines. */
export const shareDone = ({ lines, rows }: Pick<FileProgress, 'lines' | 'rows'>): number => (lines === 0 ? 0 : Math.min(1, rows / lines));

/**
 * Sends a file, and follows its rows until they are done: the file is kept first, and read then.
 * @param to where it is sent
 * @param at where it is told how far one is
 * @param onDone what a file changed is to be read again
 * @param followed where the address says which file is followed, one that was sent before too
 */
export function useFileImport<P extends FileProgress>(to: string, at: string, onDone?: () => unknown, followed?: { readonly id: string | undefined; onSent(id: string): void }) {
  const [sent, setSent] = useState(0);
  const load = useMutation({
    mutationFn: (given: { file: File; contentType: string; query: Query }) => upload<{ import: string }>(to, { ...given, onProgress: setSent }),
    onMutate: () => setSent(0),
    onSuccess: ({ import: kept }) => followed?.onSent(kept),
  });
  const id = followed ? followed.id : load.data?.import;
  const progress = useQuery({
    queryKey: ['imports', id], enabled: id !== undefined,
    queryFn: async ({ signal }) => {
      const found = await call<P>(`${at}/${id ?? ''}`, { signal });
      if (isOver(found)) onDone?.();
      return found;
    },
    refetchInterval: ({ state: { data } }) => (isOver(data) ? false : LOOK_AGAIN),
  });
  const busy = load.isPending || (id !== undefined && progress.error === null && !isOver(progress.data));
  // While another file is sent, what became of the one before is not shown for it.
  return { load, sent, progress: load.isPending ? undefined : progress.data, error: load.error ?? (load.isPending ? null : progress.error), busy };
}
