import { launch } from './launch.mjs';

await launch('reset.ts');
