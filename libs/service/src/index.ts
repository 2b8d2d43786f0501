export { buildApp } from './build-app.ts';
export * from './create-test-app.ts';
export * from './options.ts';
export * from './run-service.ts';
export { LOGGER, ReadinessRegistry } from '@candor/observability';
