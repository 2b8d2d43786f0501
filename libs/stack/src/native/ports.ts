import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { freePort } from '../free-port.ts';

export interface NativePorts {
  readonly kafka: number;
  readonly kafkaController: number;
  readonly postgres: number;
  readonly redis: number;
}

export function lastPorts(file: string): Partial<NativePorts> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<NativePorts>;
  } catch {
    return {};
  }
}

/** The ports of the last run where they are still free, so that a BI tool's connection stands after a restart; else new ones. */
export async function choosePorts(file: string): Promise<NativePorts> {
  const last = lastPorts(file);
  const taken = new Set<number>();
  const next = async (preferred?: number): Promise<number> => {
    for (let attempt = 0; attempt < 20; attempt++) {
      const port = await freePort(attempt === 0 ? preferred : undefined);
      if (!taken.has(port)) {
        taken.add(port);
        return port;
      }
    }
    throw new Error('no free port on 127.0.0.1');
  };
  const ports: NativePorts = {
    kafka: await next(last.kafka), kafkaController: await next(last.kafkaController),
    postgres: await next(last.postgres), redis: await next(last.redis),
  };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(ports));
  renameSync(`${file}.new`, file);
  return ports;
}
