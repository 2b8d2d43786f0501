export * from './correlation.ts';
export * from './logger.ts';
export * from './metrics.ts';
export * from './readiness.ts';
export * from './redaction.ts';
export * from './tokens.ts';
