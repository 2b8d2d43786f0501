import type { Principal } from '@candor/identity';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { analyst, type Reporting } from './start-reporting.ts';

const TYPES = { csv: 'text/csv', parquet: 'application/vnd.apache.parquet' } as const;

/** The answer as its bytes come. */
export async function exported(reporting: Reporting, path: string, format: keyof typeof TYPES, as: Principal = analyst(), signal?: AbortSignal): Promise<Response> {
  const authorization = `Bearer ${await reporting.place.tokens.sign(as)}`;
  return fetch(reporting.app.baseUrl + path, { headers: { accept: TYPES[format], authorization }, ...(signal ? { signal } : {}) });
}

/** Rows of a CSV file without quoted fields, by their column. */
export async function csvRows(reporting: Reporting, path: string, as: Principal = analyst()): Promise<Record<string, string>[]> {
  const text = await (await exported(reporting, path, 'csv', as)).text();
  const [header, ...lines] = text.trimEnd().split('\r\n').map((line) => line.split(','));
  return lines.map((line) => Object.fromEntries(header!.map((name, i) => [name, line[i]!])));
}

export async function parquetRows(reporting: Reporting, path: string, as: Principal = analyst()): Promise<{ rows: Record<string, unknown>[]; groups: number; total: string | null }> {
  const response = await exported(reporting, path, 'parquet', as);
  const file = await response.arrayBuffer();
  return { rows: await parquetReadObjects({ file }), groups: parquetMetadata(file).row_groups.length, total: response.headers.get('x-total-rows') };
}
