export * from './measure.ts';
export * from './counts.ts';
export * from './score.ts';
export * from './confidence.ts';
export * from './difference.ts';
export * from './ranking.ts';
export * from './target.ts';
export * from './bands.ts';
