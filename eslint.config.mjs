import { globSync } from 'node:fs';
import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

const services = ['catalog', 'dispatch', 'ingestion', 'scoring', 'alerting', 'reporting', 'gateway', 'sandbox'];

/** Who may import whom. A service sees itself and the shared libs; Kafka carries everything else. */
const depConstraints = [
  ...services.filter((name) => name !== 'ingestion').map((name) => ({ sourceTag: `scope:${name}`, onlyDependOnLibsWithTags: [`scope:${name}`, 'scope:shared'] })),
  { sourceTag: 'scope:ingestion', onlyDependOnLibsWithTags: ['scope:ingestion', 'scope:survey', 'scope:shared'] },
  { sourceTag: 'scope:console', onlyDependOnLibsWithTags: ['scope:console', 'layer:pure'] },
  { sourceTag: 'scope:survey', onlyDependOnLibsWithTags: ['scope:survey', 'layer:pure'] },
  { sourceTag: 'scope:shared', onlyDependOnLibsWithTags: ['scope:shared'] },
  { sourceTag: 'layer:pure', onlyDependOnLibsWithTags: ['layer:pure'] },
];

/** Services export nothing, so the graph does not know an import of their package; their names are refused outright. */
const noServiceImports = { patterns: [{ group: services.map((name) => `@candor/${name}`), message: 'Services share contracts, not code.' }] };

/** What a service decides is a file with a unit test of its own: it sees neither the framework nor the database. */
const domainFiles = globSync(`apps/{${services.join(',')}}/src/**/*.unit.spec.ts`).map((file) => file.replace(/\.unit\.spec\.ts$/, '.ts'));
const noFrameworks = { group: ['@nestjs/*', 'typeorm', 'pg', 'fastify', 'bullmq', 'ioredis', 'kafkajs'], message: 'Deciding code is pure: it gets what it needs as values.' };

const noOwnMocks = {
  selector: "CallExpression[callee.object.name=/^(jest|vi)$/][callee.property.name=/^(mock|unstable_mockModule|doMock)$/]",
  message: 'No mocks of modules: write a fake beside the port, or use the real thing.',
};
const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'The environment is read in config.ts only, whole and at start.',
};

export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', '.stack/', '.nx/', 'coverage/'] },
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.mts'],
    extends: [...tseslint.configs.recommended],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: false, allow: [], depConstraints }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'off',
      'max-lines': ['error', { max: 350 }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': ['error', noOwnMocks, environment],
      'no-restricted-imports': ['error', noServiceImports],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
    },
  },
  {
    // The places where a process begins: they read the environment for everybody else.
    files: ['**/config.ts', '**/*.config.ts', '**/*.spec.ts', 'tools/**', 'bench/**', 'e2e/**', 'libs/testing/**', 'libs/stack/**'],
    rules: { 'no-restricted-syntax': ['error', noOwnMocks] },
  },
  {
    files: domainFiles,
    rules: { 'no-restricted-imports': ['error', { patterns: [...noServiceImports.patterns, noFrameworks] }] },
  },
  {
    // Not built by Nx: they start and test what is.
    files: ['tools/**', 'bench/**', 'e2e/**'],
    rules: { '@nx/enforce-module-boundaries': 'off' },
  },
);
