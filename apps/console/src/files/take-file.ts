import { problemFrom } from '../api/problem.ts';

export const FORMATS = ['csv', 'parquet'] as const;
export type FileFormat = (typeof FORMATS)[number];

const TYPES: Readonly<Record<FileFormat, string>> = { csv: 'text/csv', parquet: 'application/vnd.apache.parquet' };

/** How much of a file has come. */
export interface Taken {
  readonly bytes: number;
  /** Rows that the file will have, as its server says before the first; null: it did not say. */
  readonly rows: number | null;
  /** 0 to 1; null where it cannot be known, since rows of Parquet come in groups. */
  readonly share: number | null;
}

export interface TakenFile {
  readonly blob: Blob;
  readonly name: string;
}

const LINE_FEED = 10;

/**
 * Takes a file from the API as it streams, with the session of the console.
 * @throws ApiProblem for any answer that is not 2xx
 */
export async function takeFile(address: string, format: FileFormat, onTaken: (taken: Taken) => void, signal: AbortSignal): Promise<TakenFile> {
  const response = await fetch(address, { credentials: 'same-origin', headers: { accept: TYPES[format] }, signal });
  if (!response.ok || response.body === null) throw problemFrom(response.status, await response.json().catch(() => undefined));
  const said = Number(response.headers.get('x-total-rows') ?? Number.NaN);
  const rows = Number.isSafeInteger(said) ? said : null;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  let lines = 0;
  for await (const part of chunksOf(response.body)) {
    parts.push(part);
    bytes += part.length;
    if (format === 'csv') for (const byte of part) if (byte === LINE_FEED) lines++;
    onTaken({ bytes, rows, share: format === 'csv' && rows !== null ? shareOf(lines, rows) : null });
  }
  return { blob: new Blob(parts, { type: TYPES[format] }), name: nameIn(response.headers.get('content-disposition')) ?? `candor.${format}` };
}

/** The first line is the header; words may hold line feeds of their own, so it never says more than all. */
export const shareOf = (lines: number, rows: number): number => (rows === 0 ? 1 : Math.min(1, Math.max(0, lines - 1) / rows));

export const nameIn = (disposition: string | null): string | undefined => disposition?.match(/filename="([^"]+)"/)?.[1];

/** Not every browser iterates over streams yet. */
async function* chunksOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
