import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../addresses.ts';
import { findProgram } from './find-program.ts';
import { RemedyError } from './remedy.ts';
import { runLogged } from './run.ts';

export const KAFKA_VERSION = '4.1.1';

const complete = (folder: string): boolean => existsSync(folder) && readdirSync(folder).some((name) => name.startsWith('kafka_2.13'));

/**
 * The folder with the jars of a Kafka server, fetched by Maven the first time (43 MB, some seconds).
 * @param places searched in order; the jars are fetched into the last one.
 */
export async function kafkaJars(places: readonly string[], pom: string, path: string, report: Report): Promise<string> {
  const folders = places.map((place) => join(place, `kafka-${KAFKA_VERSION}`));
  const found = folders.find(complete);
  if (found) return found;
  const target = folders.at(-1) as string;
  const maven = findProgram('mvn', path);
  if (!maven) throw new RemedyError('Kafka cannot be fetched without Maven', 'install it (Debian: apt-get install maven), or give KAFKA_BROKERS');
  report('Kafka: fetching its jars by Maven, once');
  const partial = `${target}.partial-${process.pid}`;
  const log = join(places.at(-1) as string, 'log', 'maven.log');
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  const code = await runLogged(maven, ['-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${partial}`, '-DincludeScope=runtime'], log, { timeoutMs: 600_000 });
  if (code !== 0 || !complete(partial)) throw new RemedyError('Maven could not fetch Kafka', `see ${log}; is its repository reachable?`);
  // Renamed when whole, so that an interrupted fetch is never taken for a complete one.
  if (!complete(target)) {
    rmSync(target, { recursive: true, force: true });
    renameSync(partial, target);
  } else rmSync(partial, { recursive: true, force: true });
  return target;
}
