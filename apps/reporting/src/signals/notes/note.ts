import { key, localDay } from '@candor/contracts';
import { listOf } from '@candor/http';
import { z } from 'zod';
import { forwards, LATER } from '../../scores/request.ts';

export const NOTE_KINDS = ['market', 'change'] as const;
const at = { unit: key.nullable().default(null).describe('With all below it; null: everywhere'), touchpoint: key.nullable().default(null), programme: key.nullable().default(null) };
export const noteBody = z.object({
  day: localDay, text: z.string().trim().min(1).max(280), kind: z.enum(NOTE_KINDS).describe('What happened in the market, or what we changed'), ...at,
});
export type NoteBody = z.output<typeof noteBody>;

export const notesShape = z.object({
  from: localDay.optional().describe('First day, included'), to: localDay.optional().describe('Day after the last, not included'), kind: z.enum(NOTE_KINDS).optional(),
  unit: listOf(key).optional().describe('Notes that concern these units: theirs, of units above and below them, and of everywhere'),
  touchpoint: listOf(key).optional().describe('Notes of these touchpoints and of all'), programme: key.optional().describe('Notes of this programme and of all'),
});
export const notesQuery = notesShape.refine(forwards, LATER);
export type NotesQuery = z.output<typeof notesQuery>;

export const noteSchema = z.object({ id: z.uuid(), day: z.iso.date(), text: z.string(), kind: z.enum(NOTE_KINDS), unit: z.string().nullable(), touchpoint: z.string().nullable(), programme: z.string().nullable(), by: z.string(), name: z.string(), changedAt: z.iso.datetime() });
export type NoteView = z.output<typeof noteSchema>;
export const noteExample: NoteView = { id: '0199a1de-7c3f-7f2f-8a51-4b6c1c2d3e50', day: '2026-11-18', text: 'The other bank closed its branch next door', kind: 'market', unit: 'haifa-1', touchpoint: null, programme: null, by: 'p-dana', name: 'Dana', changedAt: '2026-11-19T07:12:00.000Z' };
