export type { AskedWords, Audience } from './asked-words.ts';
export { languageOf } from './language-of.ts';
export { am } from './am.ts';
export { ar } from './ar.ts';
export { en } from './en.ts';
export { he } from './he.ts';
export { ru } from './ru.ts';
