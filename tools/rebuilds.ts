/**
 * `npm run rebuilds -- <command>`: read models that are built anew from Kafka beside the live ones, through the front door of a running platform. CANDOR_URL says where
 * (http://localhost:8080), CANDOR_API_KEY is a key with the right `operate`.
 */
import { runCommand, SERVICES, type Door } from './front-door.ts';

export const USAGE = `npm run rebuilds -- list [service]                     what each service can build anew, and what it has
npm run rebuilds -- start <service> <model> "<reason>"  builds it anew, shows how far it is, and ends when it is swapped in
npm run rebuilds -- watch <service>                     shows how far the one under way is
npm run rebuilds -- cancel <service>                    throws away the one under way; the live model stays
with CANDOR_API_KEY, and CANDOR_URL unless it is http://localhost:8080`;

interface Rebuild {
  id: string;
  model: string;
  state: string;
  reason: string;
  failure: string | null;
  done: number;
  total: number;
  perSecond: number | null;
  secondsLeft: number | null;
  differences: { table: string; missing: number; wrong: number; surplus: number }[] | null;
  startedBy: string;
  startedAt: string;
  endedAt: string | null;
}
interface Overview {
  models: string[];
  data: Rebuild[];
}

type Say = (line: string) => void;

/** @returns the exit code: 0, 1 if it was not swapped in or was refused, 2 if the command is not understood */
export async function rebuilds(args: readonly string[], door: Door, say: Say, pauseMs = 1000): Promise<number> {
  const [command, service, model, reason] = args;
  if (service !== undefined && !SERVICES.includes(service)) {
    say(`There is no service ${service}; there are ${SERVICES.join(', ')}`);
    return 2;
  }
  if (command === 'list') return list(service ? [service] : SERVICES, door, say);
  if (command === 'start' && service && model && reason) {
    const { id } = (await door.call('POST', `rebuilds/${service}`, { model, reason })) as Rebuild;
    return watch(service, id, door, say, pauseMs);
  }
  if ((command === 'watch' || command === 'cancel') && service) {
    const underWay = (await overviewOf(service, door)).data.find(({ endedAt }) => endedAt === null);
    if (underWay === undefined) {
      say(`${service} builds nothing anew`);
      return 1;
    }
    if (command === 'watch') return watch(service, underWay.id, door, say, pauseMs);
    say(lineOf(service, (await door.call('DELETE', `rebuilds/${service}/${underWay.id}`)) as Rebuild));
    return 0;
  }
  say(USAGE);
  return 2;
}

const overviewOf = async (service: string, door: Door): Promise<Overview> => (await door.call('GET', `rebuilds/${service}`)) as Overview;

async function list(services: readonly string[], door: Door, say: Say): Promise<number> {
  for (const service of services) {
    const { models, data } = await overviewOf(service, door);
    if (models.length > 0) say(`${service} can build anew: ${models.join(', ')}`);
    for (const one of data) say(lineOf(service, one));
  }
  return 0;
}

async function watch(service: string, id: string, door: Door, say: Say, pauseMs: number): Promise<number> {
  for (let last = ''; ; await new Promise((resolve) => setTimeout(resolve, pauseMs))) {
    const now = (await door.call('GET', `rebuilds/${service}/${id}`)) as Rebuild;
    const line = lineOf(service, now);
    if (line !== last) say(line);
    last = line;
    if (now.endedAt !== null) return now.state === 'swapped' ? 0 : 1;
  }
}

const grouped = (n: number): string => n.toLocaleString('en');

function lineOf(service: string, { model, state, failure, done, total, perSecond, secondsLeft, differences, startedBy, startedAt, reason }: Rebuild): string {
  const share = total === 0 ? '' : ` ${Math.floor((done * 100) / total)}%`;
  const rate = perSecond === null ? '' : `, ${grouped(perSecond)} records/s`;
  const left = secondsLeft === null ? '' : `, ${grouped(secondsLeft)} s left`;
  const wrong = (differences ?? []).filter(({ missing, wrong: other, surplus }) => missing + other + surplus > 0).map((one) => `${one.table}: ${one.missing} missing, ${one.wrong} wrong, ${one.surplus} too many`);
  const found = differences === null ? '' : `; ${wrong.join('; ') || 'no row was other than it should be'}`;
  return `${startedAt}  ${service}  ${model}  ${state}${share}: ${grouped(done)} of ${grouped(total)} records${rate}${left}${failure === null ? '' : `; ${failure}`}${found}  by ${startedBy}: ${reason}`;
}

if (import.meta.main) await runCommand(rebuilds, USAGE, '/v1/');
