import type { FieldError } from '@candor/http';

/** Columns of a CSV file, and where each belongs in a statement. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  id: ['id'], name: ['name'], email: ['email'], phone: ['phone'], language: ['language'], timeZone: ['timeZone'], segment: ['segment'], since: ['since'], until: ['until'],
  unit: ['unit'], value: ['value', 'amount'], currency: ['value', 'currency'],
  consent_email: ['consent', 'email'], consent_sms: ['consent', 'sms'], consent_voice: ['consent', 'voice'], consent_marketing: ['consent', 'marketing'], consent_recording: ['consent', 'recording'],
  account_id: ['account', 'id'], account_name: ['account', 'name'], account_role: ['account', 'role'],
};
export const COLUMNS = Object.keys(PLACES);

const COLUMN_OF = new Map(Object.entries(PLACES).map(([column, path]) => [path.join('.'), column]));
const WORDS: Readonly<Record<string, boolean>> = { true: true, yes: true, '1': true, false: false, no: false, '0': false };

/** The row of a CSV file in the form of a statement. Empty cells say nothing. */
export function statementOfRow(row: Readonly<Record<string, string>>): Record<string, unknown> {
  const statement: Record<string, unknown> = {};
  for (const [column, cell] of Object.entries(row)) {
    const path = PLACES[column];
    if (!path || cell === '') continue;
    const [first, second] = path as [string, string?];
    if (second === undefined) statement[first] = cell;
    else statement[first] = { ...(statement[first] as object | undefined), [second]: valueOf(column, cell) };
  }
  return statement;
}

function valueOf(column: string, cell: string): unknown {
  // What is neither stays a text, which the schema refuses.
  if (column.startsWith('consent_')) return WORDS[cell.toLowerCase()] ?? cell;
  return column === 'value' && /^\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell;
}

/** Errors by column instead of by field. */
export const byColumn = (errors: readonly FieldError[]): FieldError[] => errors.map(({ field, message }) => ({ field: COLUMN_OF.get(field) ?? field, message }));
