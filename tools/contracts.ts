/**
 * `npm run contracts`: writes what follows from the event declarations: `libs/contracts/asyncapi.json`, and the schema of each event version under
 * `libs/contracts/published/`, against which later changes are held. A breaking change to a published version is refused.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { asyncApi, breakingChanges, jsonSchemaOf, TOPICS } from '@candor/contracts';

const home = new URL('../libs/contracts/', import.meta.url);
const version = (JSON.parse(readFileSync(new URL('package.json', home), 'utf8')) as { version: string }).version;
const write = (name: string, value: unknown) => writeFileSync(new URL(name, home), `${JSON.stringify(value, null, 2)}\n`);

mkdirSync(new URL('published/', home), { recursive: true });
for (const event of TOPICS.flatMap((topic) => topic.events)) {
  const name = `published/${event.type}.json`;
  const current = jsonSchemaOf(event);
  if (existsSync(new URL(name, home))) {
    const breaks = breakingChanges(JSON.parse(readFileSync(new URL(name, home), 'utf8')), current);
    if (breaks.length > 0) {
      console.error(`${event.type} is published; these changes need a new version:\n  ${breaks.join('\n  ')}`);
      process.exit(1);
    }
  }
  write(name, current);
}
write('asyncapi.json', asyncApi(version));
console.log(`${TOPICS.length} topics written to libs/contracts/asyncapi.json`);
