export * from './data-source.ts';
export * from './database.module.ts';
export * from './migrate.ts';
export * from './pg-array.ts';
export * from './pool.ts';
export * from './provision.ts';
export * from './provision-role-maker.ts';
export * from './transient.ts';
