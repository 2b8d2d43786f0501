import { globSync, readFileSync } from 'node:fs';
import { catalogTopic, TOPICS, type ServiceName } from '@candor/contracts';

const SERVICES: readonly ServiceName[] = ['catalog', 'dispatch', 'ingestion', 'scoring', 'alerting', 'reporting'];
const sourcesOf = (service: string) => globSync(`apps/${service}/src/**/*.ts`).filter((file) => !file.endsWith('.spec.ts')).map((file) => readFileSync(file, 'utf8'));
/** `nps.response.v1` is declared as `responseTopic`. */
const identifierOf = (topic: string) => `${topic.split('.')[1]}Topic`;

describe.each(SERVICES.map((service) => [service] as const))('%s', (service) => {
  test('reads the topics that name it as a consumer, and no other', () => {
    const sources = sourcesOf(service).join('\n');
    const read = TOPICS.filter(({ name }) => new RegExp(`ConsumesBatch\\(${identifierOf(name)}\\b`).test(sources)).map(({ name }) => name);
    if (/\bCatalogCopyModule\b/.test(sources) && !read.includes(catalogTopic.name)) read.push(catalogTopic.name);
    expect(read.sort()).toEqual(TOPICS.filter(({ consumers }) => consumers.includes(service)).map(({ name }) => name).sort());
  });

  test('has a canvas that names every topic it owns or reads', () => {
    const canvas = readFileSync(`apps/${service}/CANVAS.md`, 'utf8');
    const involved = TOPICS.filter(({ owner, consumers, kind }) => consumers.includes(service) || (owner === service && kind !== 'inbound')).map(({ name }) => name);
    expect(involved.filter((name) => !canvas.includes(name))).toEqual([]);
  });
});
