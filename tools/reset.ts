/** `npm run reset`: deletes the data of CANDOR_HOME. */
import { join } from 'node:path';
import process from 'node:process';
import { RemedyError } from '../libs/stack/src/index.ts';
import { readSettings } from './platform/config.ts';
import { say } from './platform/progress.ts';
import { reset } from './platform/reset.ts';

try {
  await reset(readSettings(join(import.meta.dirname, '..'), process.env), say);
  process.exit(0);
} catch (error) {
  process.stderr.write(`${error instanceof RemedyError ? error.message : String((error as Error).stack)}\n`);
  process.exit(1);
}
