import { freePort, isFree, RemedyError } from '../../libs/stack/src/index.ts';
import { portFrom } from './config.ts';
import type { Settings } from './config.ts';
import { SERVICES, WIRES } from './services.ts';
import type { Ports } from './services.ts';

/** The gateway's port as set, every other one free unless set (`CATALOG_PORT`, `SMTP_PORT`, `BOUNCE_PORT`). @throws RemedyError if a set one is taken. */
export async function choosePorts({ port, env }: Settings): Promise<Ports> {
  const taken = new Set<number>();
  const choose = async (name: string): Promise<number> => {
    const variable = name === 'gateway' ? 'PORT' : `${name.toUpperCase()}_PORT`;
    const wanted = name === 'gateway' ? port : portFrom(env, variable);
    if (wanted) {
      if (taken.has(wanted)) throw new RemedyError(`Port ${wanted} is given twice`, `set ${variable} to another one`);
      if (!await isFree(wanted)) throw new RemedyError(`Port ${wanted} is taken by another program`, `end that one, or set ${variable} to another port`);
      taken.add(wanted);
      return wanted;
    }
    for (let attempt = 0; attempt < 20; attempt++) {
      const found = await freePort();
      if (!taken.has(found)) {
        taken.add(found);
        return found;
      }
    }
    throw new RemedyError('No free port on 127.0.0.1', 'end other programs');
  };
  const ports: Record<string, number> = { gateway: await choose('gateway') };
  for (const name of [...SERVICES, ...WIRES]) ports[name] ??= await choose(name);
  return ports as Ports;
}
