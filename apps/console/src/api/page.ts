/** A page of a list: `next` is the cursor of the page after it, null at the end. */
export interface Page<T> {
  readonly data: readonly T[];
  readonly next: string | null;
}

/** Reads a list to its end, at most `most` pages (an end that never comes is a fault of the server, not ours to follow). */
export async function allOf<T>(read: (cursor: string | undefined) => Promise<Page<T>>, most = 50): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < most; page++) {
    const { data, next } = await read(cursor);
    all.push(...data);
    if (next === null || next === undefined) break;
    cursor = next;
  }
  return all;
}
