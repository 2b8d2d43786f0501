import type { Readable } from 'node:stream';
import type { DataSource } from 'typeorm';
import { beginRows, endImport, keepChunk } from './import.repository.ts';

const CHUNK = 256 * 1024;
const LINE_FEED = 10;

/**
 * Keeps a file as it arrives, part by part, so that it outlives whoever receives it and memory holds one part.
 * @throws what the connection broke off with; what had arrived is dropped then
 */
export async function receiveFile(dataSource: DataSource, id: string, file: Readable): Promise<void> {
  let number = 0;
  let last = LINE_FEED;
  const keep = async (content: Buffer): Promise<void> => {
    last = content.at(-1)!;
    if (!(await keepChunk(dataSource, id, number++, content, linesIn(content)))) throw new Error('The import was given up while its file arrived');
  };
  try {
    let parts: Buffer[] = [];
    let size = 0;
    for await (const part of file) {
      parts.push(part as Buffer);
      size += (part as Buffer).length;
      if (size < CHUNK) continue;
      await keep(Buffer.concat(parts));
      [parts, size] = [[], 0];
    }
    if (size > 0) await keep(Buffer.concat(parts));
    // A last line may end with the file.
    if (last !== LINE_FEED) await dataSource.query('UPDATE base_import SET lines = lines + 1 WHERE id = $1', [id]);
    await beginRows(dataSource, id);
  } catch (error) {
    const broken = { line: 0, error: { field: 'body', message: 'broke off before its end; nothing of it was stored' } };
    await dataSource.transaction((tx) => endImport(tx, id, 'failed', [broken], new Date())).catch(() => undefined);
    throw error;
  }
}

function linesIn(content: Buffer): number {
  let lines = 0;
  for (let at = content.indexOf(LINE_FEED); at >= 0; at = content.indexOf(LINE_FEED, at + 1)) lines += 1;
  return lines;
}
