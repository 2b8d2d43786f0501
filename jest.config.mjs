/**
 * One run per level: `unit` has no I/O, `int` meets real Kafka, PostgreSQL and Redis, `e2e` the built services and a real browser.
 * The level comes from JEST_LEVEL; `tools/jest` sets it.
 */
const level = process.env.JEST_LEVEL ?? 'unit';
const timeouts = { unit: 10_000, int: 120_000, e2e: 180_000 };
if (!(level in timeouts)) throw new Error(`JEST_LEVEL must be one of ${Object.keys(timeouts).join(', ')}`);

export default {
  testMatch: [`<rootDir>/{apps,libs,tools,e2e,bench}/**/*.${level}.spec.ts`],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/', '<rootDir>/.stack/', '<rootDir>/.nx/'],
  transform: {
    '^.+\\.tsx?$': ['@swc/jest', {
      swcrc: false,
      jsc: {
        target: 'es2024',
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: true, verbatimModuleSyntax: true },
        rewriteRelativeImportExtensions: false,
        keepClassNames: true,
      },
      module: { type: 'nodenext' },
      sourceMaps: 'inline',
    }],
  },
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironment: '<rootDir>/tools/testing/environment.mjs',
  testEnvironmentOptions: { customExportConditions: ['@candor/source', 'node', 'node-addons'] },
  testTimeout: timeouts[level],
  // The environment fails a file that leaves something open; the run then need not wait for it.
  forceExit: true,
  // Two cores: integration files share one set of servers and wait a third of their time, end-to-end files one platform at a time.
  maxWorkers: { unit: 2, int: 3, e2e: 1 }[level],
};
