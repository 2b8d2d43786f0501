import type { responseAmended, responseRecorded, ResponseChange, wordsWritten, DataOf } from '@candor/contracts';

/** An event that an answer's change gives, with its data. */
export type Said =
  | { readonly event: typeof responseRecorded | typeof responseAmended; readonly data: ResponseChange }
  | { readonly event: typeof wordsWritten; readonly data: DataOf<typeof wordsWritten> };
