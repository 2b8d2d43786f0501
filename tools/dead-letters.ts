/**
 * `npm run dead-letters -- <command>`: records that services could not process, through the front door of a running platform.
 * CANDOR_URL says where (http://localhost:8080), CANDOR_API_KEY is a key with the right `operate`.
 */
import { runCommand, SERVICES, type Door } from './front-door.ts';

export const USAGE = `npm run dead-letters -- list [service]            what waits, oldest first
npm run dead-letters -- show <service> <id>       one record with its contents
npm run dead-letters -- replay <service> <id>     hands it to its handler again
npm run dead-letters -- replay <service> --all    all that wait, oldest first
with CANDOR_API_KEY, and CANDOR_URL unless it is http://localhost:8080`;

interface Entry {
  id: string;
  consumer: string;
  topic: string;
  partition: number;
  offset: string;
  kind: string;
  reason: string;
  failedAt: string;
}

/** @returns the exit code: 0, 1 if a record could not be replayed, 2 if the command is not understood */
export async function deadLetters(args: readonly string[], door: Door, say: (line: string) => void): Promise<number> {
  const [command, service, id] = args;
  if (service !== undefined && !SERVICES.includes(service)) {
    say(`There is no service ${service}; there are ${SERVICES.join(', ')}`);
    return 2;
  }
  if (command === 'list') {
    for (const name of service ? [service] : SERVICES) for await (const entry of waiting(door, name)) say(lineOf(name, entry));
    return 0;
  }
  if (command === 'show' && service && id) {
    say(JSON.stringify(await door.call('GET', `${service}/${encodeURIComponent(id)}`), null, 2));
    return 0;
  }
  if (command === 'replay' && service && id) return replay(door, service, id === '--all' ? await idsOf(door, service) : [id], say);
  say(USAGE);
  return 2;
}

async function replay(door: Door, service: string, ids: readonly string[], say: (line: string) => void): Promise<number> {
  let failed = 0;
  for (const id of ids) {
    try {
      await door.call('POST', `${service}/${encodeURIComponent(id)}/replay`);
      say(`${id} replayed`);
    } catch (error) {
      failed += 1;
      say(`${id} stays: ${(error as Error).message}`);
    }
  }
  say(`${ids.length - failed} of ${ids.length} replayed`);
  return failed > 0 ? 1 : 0;
}

async function idsOf(door: Door, service: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of waiting(door, service)) ids.push(id);
  return ids;
}

async function* waiting(door: Door, service: string): AsyncGenerator<Entry> {
  for (let cursor: string | null = ''; cursor !== null;) {
    const page = (await door.call('GET', `${service}?limit=500${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)) as { data: Entry[]; next: string | null };
    yield* page.data;
    cursor = page.next;
  }
}

const lineOf = (service: string, { id, failedAt, consumer, topic, partition, offset, kind, reason }: Entry): string =>
  `${failedAt}  ${service}  ${id}  ${consumer} ${topic}/${partition}@${offset}  ${kind}: ${reason}`;

if (import.meta.main) await runCommand(deadLetters, USAGE, '/v1/dead-letters/');
