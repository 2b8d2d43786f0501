import type { Readable } from 'node:stream';
import type { Principal } from '@candor/identity';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { Loops } from '../timer/loops.ts';
import { beginRows, endImport, keepChunk, openImport, type Opening } from './import.repository.ts';

const CHUNK = 256 * 1024;
const LINE_FEED = 10;

export const received = z.object({ import: z.string(), status: z.literal('running') });
export type Received = z.infer<typeof received>;

/**
 * Opens an import, keeps its file and has its rows stored.
 * @throws what the connection broke off with; what had arrived is dropped then
 */
export async function receiveFile(dataSource: DataSource, loops: Loops, { subject, name }: Principal, opening: Omit<Opening, 'id' | 'subject' | 'subjectName'>, file: Readable): Promise<Received> {
  const id = uuidv7();
  await openImport(dataSource, { id, subject, subjectName: name, ...opening });
  await keepFile(dataSource, id, file);
  loops.wake('import');
  return { import: id, status: 'running' };
}

/** Keeps a file as it arrives, part by part, so that it outlives whoever receives it and memory holds one part. */
async function keepFile(dataSource: DataSource, id: string, file: Readable): Promise<void> {
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
