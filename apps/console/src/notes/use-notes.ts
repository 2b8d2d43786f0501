import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import type { Query } from '../api/query.ts';
import { NOTES_PATH, type NewNote, type Note } from './note.ts';

const KEY = ['notes'];

export function useNotes(query: Query) {
  return useQuery({ queryKey: [...KEY, query], queryFn: ({ signal }) => call<{ data: Note[] }>(NOTES_PATH, { query, signal }), placeholderData: keepPreviousData });
}

/** Sent twice, it is one note: the id is made here. */
export function useAddNote(onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, note }: { id: string; note: NewNote }) => call<Note>(`${NOTES_PATH}/${id}`, { method: 'PUT', body: note }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: KEY });
      onDone();
    },
  });
}

export function useRemoveNote() {
  const queries = useQueryClient();
  return useMutation({ mutationFn: (id: string) => call(`${NOTES_PATH}/${id}`, { method: 'DELETE' }), onSuccess: () => queries.invalidateQueries({ queryKey: KEY }) });
}
