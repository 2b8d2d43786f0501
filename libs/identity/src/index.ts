export * from './principal.ts';
export * from './scopes.ts';
export * from './token.ts';
export * from './verifier.ts';
export type { JWK } from 'jose';
