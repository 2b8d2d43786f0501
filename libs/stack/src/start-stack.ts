import { join } from 'node:path';
import type { Report, StackMode } from './addresses.ts';
import { chooseMode } from './choose-mode.ts';
import { composeStack } from './docker/compose-stack.ts';
import { containerStack } from './docker/container-stack.ts';
import { composeCommand, engineAnswers } from './docker/engine.ts';
import { externalStack } from './external/external-stack.ts';
import { prepareNative } from './native/native-stack.ts';
import type { Stack } from './stack.ts';

export interface StackOptions {
  /** Where data, logs and native servers live. */
  readonly home: string;
  /** The checkout: it holds docker-compose.yml, and .stack may hold what was fetched before. */
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  /** Overrides what the environment says. */
  readonly mode?: StackMode;
  /** `tests`: in Docker, throw-away containers instead of docker-compose.yml. */
  readonly purpose?: 'platform' | 'tests';
  readonly postgresSettings?: Readonly<Record<string, string | number>>;
  readonly report: Report;
}

/** Brings up Kafka, PostgreSQL and Redis, from wherever they can be had. @throws RemedyError with one line that says what to do. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { home, root, report } = options;
  const env = { ...options.env, ...(options.mode && { CANDOR_STACK: options.mode }) };
  const forTests = options.purpose === 'tests';
  const compose = await composeCommand(env);
  const choice = await chooseMode(env, async () => (forTests || compose !== null) && engineAnswers(env));
  if (choice.note) report(choice.note);
  if (choice.addresses) return externalStack(choice.addresses);
  if (choice.mode === 'docker' && forTests) return containerStack(env, report);
  if (choice.mode === 'docker') return composeStack({ home, env, report, compose: compose!, composeFile: join(root, 'docker-compose.yml') });
  const native = await prepareNative({
    home, env, report, makeArchive: !forTests, shared: join(root, '.stack'), kafkaPom: join(root, 'libs', 'stack', 'kafka', 'pom.xml'),
    ...(options.postgresSettings && { postgresSettings: options.postgresSettings }),
  });
  await native.start();
  return native;
}
