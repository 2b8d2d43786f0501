import { listOf } from '../filters/search-string.ts';
import type { Query } from '../api/query.ts';
import type { Selection } from '../filters/selection.ts';

export const NOTES_PATH = '/v1/notes';
export const NOTE_KINDS = ['market', 'change'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** What happened on a day, or was changed: it explains figures. */
export interface Note {
  readonly id: string;
  readonly day: string;
  readonly text: string;
  readonly kind: NoteKind;
  readonly unit: string | null;
  readonly touchpoint: string | null;
  readonly programme: string | null;
  readonly name: string;
}
export type NewNote = Pick<Note, 'day' | 'text' | 'kind' | 'unit'>;

/** Notes that concern what is looked at. */
export const notesOf = ({ units, touchpoints, programme, range }: Pick<Selection, 'units' | 'touchpoints' | 'programme' | 'range'>): Query => ({ unit: units, touchpoint: touchpoints, programme, from: range.from, to: range.to });
export const notesOfUnit = (unit: string | undefined, from: string): Query => ({ unit: listOf(unit), from });

/** The notes of each step, by the name of the step: the last step that begins on the note's day or before it. */
export function notesByStep<N extends Pick<Note, 'day'>>(notes: readonly N[], steps: readonly string[]): Map<string, N[]> {
  const sorted = steps.toSorted();
  const found = new Map<string, N[]>();
  for (const note of notes) {
    const step = sorted.findLast((one) => one.slice(0, 10) <= note.day);
    if (step !== undefined) found.set(step, [...(found.get(step) ?? []), note]);
  }
  return found;
}
