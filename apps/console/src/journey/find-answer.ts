import type { Page } from '../api/page.ts';

interface Invited {
  readonly invitation?: string;
}

/**
 * The answer to an invitation among those of its touchpoint and unit, newest first: they cannot be asked for by invitation.
 * @param most portions looked through; `false` then says that the answer may lie further back, null that there is none
 */
export async function findAnswer<T extends Invited>(read: (cursor: string | undefined) => Promise<Page<T>>, invitation: string, most = 10): Promise<T | null | false> {
  let cursor: string | undefined;
  for (let portion = 0; portion < most; portion++) {
    const { data, next } = await read(cursor);
    const found = data.find((one) => one.invitation === invitation);
    if (found) return found;
    if (next === null) return null;
    cursor = next;
  }
  return false;
}
