export * from './measure.ts';
export * from './counts.ts';
export * from './score.ts';
export * from './confidence.ts';
