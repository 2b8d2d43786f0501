export * from './config-error.ts';
export * from './parse-config.ts';
export * from './service-config.ts';
export * from './shapes.ts';
