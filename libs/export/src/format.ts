import { Problem } from '@candor/http';

export type Format = 'json' | 'csv' | 'parquet';
export const PARQUET_TYPE = 'application/vnd.apache.parquet';
const TYPES: readonly [Format, string[]][] = [['json', ['application/json', 'application/*', '*/*']], ['csv', ['text/csv', 'text/*']], ['parquet', [PARQUET_TYPE]]];

/**
 * The form in which an answer is wanted, by the Accept header (RFC 9110, 12.5.1); JSON where it leaves the choice.
 * @throws Problem 406 if it wants none of them
 */
export function wantedFormat(accept: string | undefined): Format {
  if (accept === undefined || accept.trim() === '') return 'json';
  const ranges = accept.split(',').map((range) => {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const quality = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1);
    return { type, quality: Number.isFinite(quality) ? quality : 0 };
  });
  const rated = TYPES.map(([format, types]) => {
    // The most specific range that fits decides, whatever its place.
    const fitting = types.map((type) => ranges.find((range) => range.type === type)).find((range) => range !== undefined);
    return { format, quality: fitting?.quality ?? 0 };
  });
  const best = rated.reduce((first, second) => (second.quality > first.quality ? second : first));
  if (best.quality > 0) return best.format;
  throw new Problem({ status: 406, code: 'FORMAT.UNKNOWN', title: 'There is no answer of that type', detail: `Accept application/json, text/csv or ${PARQUET_TYPE}` });
}
