import type { EntityManager } from 'typeorm';
import { noteErrors, type ImportRow } from '../../file/import.repository.ts';

const LEAVE = `
  UPDATE base_member SET left_at = $1, said_at = $1 WHERE said_at < $1 AND (left_at IS NULL OR left_at > $1) AND ($2::text[] IS NULL OR unit = ANY ($2))`;
const COUNTS = 'SELECT row_count, refused FROM base_import WHERE id = $1';

/**
 * Ends the time as customers of those whom a complete file does not name, in the units that its sender may write to. Not where a row was refused, or there is none: then who is missing cannot be said.
 * @returns how many left.
 */
export async function leaveOut(tx: EntityManager, { id, as_of: asOf }: Pick<ImportRow, 'id' | 'as_of'>, visible: ReadonlySet<string> | null): Promise<number> {
  const [counts]: { row_count: number; refused: number }[] = await tx.query(COUNTS, [id]);
  const { row_count: rows, refused } = counts!;
  if (refused > 0 || rows === 0) {
    const message = `nobody was taken to have left: ${rows === 0 ? 'the file has no rows' : `${refused} ${refused === 1 ? 'row was' : 'rows were'} refused`}`;
    await noteErrors(tx, id, [{ line: 0, error: { field: 'complete', message } }]);
    return 0;
  }
  const [, gone]: [unknown, number] = await tx.query(LEAVE, [asOf, visible && [...visible]]);
  await tx.query('UPDATE base_import SET gone = $2 WHERE id = $1', [id, gone]);
  return gone;
}
