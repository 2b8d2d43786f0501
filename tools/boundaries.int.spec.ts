import { execFileSync, spawnSync } from 'node:child_process';

/** What ESLint says of a file that would hold this source; nothing is written. */
function lint(file: string, source: string): string[] {
  const run = spawnSync('node_modules/.bin/eslint', ['--format', 'json', '--stdin', '--stdin-filename', file], { input: source, encoding: 'utf8' });
  const [report] = JSON.parse(run.stdout) as [{ messages: Array<{ ruleId: string; message: string }> }];
  return report.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

beforeAll(() => {
  // The boundary rule reads the cached project graph.
  execFileSync('node_modules/.bin/nx', ['show', 'projects'], { env: { ...process.env, NX_DAEMON: 'false' } });
});

test.each([
  ['a service that imports another', 'apps/alerting/src/a.ts', "import '@candor/dispatch';", 'no-restricted-imports'],
  ['a service that reaches into the folder of another', 'apps/alerting/src/a.ts', "import '../../dispatch/src/main.ts';", '@nx/enforce-module-boundaries'],
  ['a relative path into another project', 'apps/alerting/src/a.ts', "import '../../../libs/nps/src/score.ts';", '@nx/enforce-module-boundaries'],
  ['the arithmetic reaching for the database', 'libs/nps/src/a.ts', "import '@candor/database';", '@nx/enforce-module-boundaries'],
  ['the console reaching for messaging', 'apps/console/src/a.ts', "import '@candor/messaging';", '@nx/enforce-module-boundaries'],
  ['a lib that imports a service', 'libs/http/src/a.ts', "import '@candor/catalog';", 'no-restricted-imports'],
  ['deciding code that reaches for the framework', 'apps/dispatch/src/decision/decide.ts', "import { Injectable } from '@nestjs/common';\nexport const x = Injectable;", 'no-restricted-imports'],
  ['the environment read outside config.ts', 'apps/alerting/src/a.ts', 'export const x = process.env.PORT;', 'no-restricted-syntax'],
  ['a mock of a module', 'apps/alerting/src/a.unit.spec.ts', "jest.mock('./case.ts');", 'no-restricted-syntax'],
])('lint refuses %s', (_what, file, source, rule) => {
  expect(lint(file, `${source}\n`)).toContainEqual(expect.stringContaining(rule));
});

test('lint lets a service use itself and the shared libs', () => {
  expect(lint('apps/alerting/src/a.ts', "import '@candor/contracts';\nimport './case.ts';\n")).toEqual([]);
});
