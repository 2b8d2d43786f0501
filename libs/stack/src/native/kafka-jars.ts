import { join } from 'node:path';
import type { Report } from '../addresses.ts';
import { haveJars, mavenJars } from './maven-jars.ts';

export const KAFKA_VERSION = '4.1.1';

/**
 * The folder with the jars of a Kafka server, fetched by Maven the first time (43 MB, some seconds).
 * @param places searched in order; the jars are fetched into the last one.
 */
export async function kafkaJars(places: readonly string[], pom: string, path: string, report: Report): Promise<string> {
  const folders = places.map((place) => join(place, `kafka-${KAFKA_VERSION}`));
  const found = folders.find(haveJars);
  if (found) return found;
  const folder = folders.at(-1) as string;
  report('Kafka: fetching its jars by Maven, once');
  await mavenJars({ what: 'Kafka', pom, folder, path, log: join(places.at(-1) as string, 'log', 'maven.log'), otherwise: 'give KAFKA_BROKERS' });
  return folder;
}
