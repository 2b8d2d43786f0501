/**
 * `npm run streams -- <command>`: consumers that stopped because records were lost, and topics that are published again, through the front door of a running
 * platform. CANDOR_URL says where (http://localhost:8080), CANDOR_API_KEY is a key with the right `operate`.
 */
import { runCommand, SERVICES, type Door } from './front-door.ts';

export const USAGE = `npm run streams -- consumers [service]                                          where each consumer is, and which have stopped
npm run streams -- accept <service> <consumer> <topic> <partition> "<reason>"   it goes on past what it stopped at
npm run streams -- accept <service> <consumer> <topic> --all "<reason>"         in every partition where it has stopped
npm run streams -- accepted [service]                                           what was accepted, by whom and why
npm run streams -- republish <service> <topic> "<reason>"                       tells the topic again from the service's tables
npm run streams -- republished [service]                                        which topics can be, and which were
with CANDOR_API_KEY, and CANDOR_URL unless it is http://localhost:8080`;

interface Position {
  offset: string;
  generation: string | null;
  number: string | null;
}
interface Place {
  consumer: string;
  topic: string;
  partition: number;
}
type State = Place & { position: Position; stopped: { kind: string; found: string; since: string } | null };
type Acceptance = Place & { kind: string; found: string; to: Position; reason: string; acceptedBy: string; acceptedAt: string };
interface Republished {
  topic: string;
  generation: string;
  records: number;
  reason: string;
  publishedBy: string;
  publishedAt: string;
}

type Say = (line: string) => void;

/** @returns the exit code: 0, 1 if something is stopped or was refused, 2 if the command is not understood */
export async function streams(args: readonly string[], door: Door, say: Say): Promise<number> {
  const [command, service, ...more] = args;
  if (service !== undefined && !SERVICES.includes(service)) {
    say(`There is no service ${service}; there are ${SERVICES.join(', ')}`);
    return 2;
  }
  const services = service ? [service] : SERVICES;
  if (command === 'consumers') return consumers(services, door, say);
  if (command === 'accepted') return accepted(services, door, say);
  if (command === 'republished') return republished(services, door, say);
  const [first, second, third, reason] = more;
  if (command === 'accept' && service && first && second && third && reason) return accept(service, { consumer: first, topic: second }, third, reason, door, say);
  if (command === 'republish' && service && first && second) {
    const { records, generation } = (await door.call('POST', `streams/${service}/${encodeURIComponent(first)}/republish`, { reason: second })) as Republished;
    say(`${records} records of ${first} are being published again, as generation ${generation}`);
    return 0;
  }
  say(USAGE);
  return 2;
}

async function statesOf(service: string, door: Door): Promise<State[]> {
  return ((await door.call('GET', `consumers/${service}`)) as { data: State[] }).data;
}

async function consumers(services: readonly string[], door: Door, say: Say): Promise<number> {
  let stopped = 0;
  for (const service of services) {
    for (const { position, stopped: stop, ...place } of await statesOf(service, door)) {
      say(`${service}  ${nameOf(place)}@${position.offset}  ${stop ? `STOPPED since ${stop.since}, ${stop.kind}: ${stop.found}` : 'reads'}`);
      if (stop) stopped += 1;
    }
  }
  return stopped > 0 ? 1 : 0;
}

async function accept(service: string, { consumer, topic }: Omit<Place, 'partition'>, which: string, reason: string, door: Door, say: Say): Promise<number> {
  const partitions = which !== '--all' ? [which] : (await statesOf(service, door))
    .filter((state) => state.consumer === consumer && state.topic === topic && state.stopped !== null).map(({ partition }) => String(partition));
  let refused = 0;
  for (const partition of partitions) {
    try {
      const { kind, to } = (await door.call('POST', `consumers/${service}/${[consumer, topic, partition].map(encodeURIComponent).join('/')}/accept-gap`, { reason })) as Acceptance;
      say(`${consumer} ${topic}/${partition} goes on at offset ${to.offset}: ${kind} accepted`);
    } catch (error) {
      refused += 1;
      say(`${consumer} ${topic}/${partition} stays: ${(error as Error).message}`);
    }
  }
  if (partitions.length === 0) say(`${consumer} has stopped nowhere in ${topic}`);
  return refused > 0 ? 1 : 0;
}

async function accepted(services: readonly string[], door: Door, say: Say): Promise<number> {
  for (const service of services) {
    const { data } = (await door.call('GET', `consumers/${service}/accepted`)) as { data: Acceptance[] };
    for (const { kind, found, reason, acceptedBy, acceptedAt, ...place } of data) say(`${acceptedAt}  ${service}  ${nameOf(place)}  ${kind}: ${found}  by ${acceptedBy}: ${reason}`);
  }
  return 0;
}

async function republished(services: readonly string[], door: Door, say: Say): Promise<number> {
  for (const service of services) {
    const { topics, data } = (await door.call('GET', `streams/${service}`)) as { topics: string[]; data: Republished[] };
    if (topics.length > 0) say(`${service} can publish again: ${topics.join(', ')}`);
    for (const one of data) say(`${one.publishedAt}  ${service}  ${one.topic}  ${one.records} records, generation ${one.generation}  by ${one.publishedBy}: ${one.reason}`);
  }
  return 0;
}

const nameOf = ({ consumer, topic, partition }: Place): string => `${consumer} ${topic}/${partition}`;

if (import.meta.main) await runCommand(streams, USAGE, '/v1/');
