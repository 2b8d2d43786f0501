export { columnsOf, quoted } from './columns.ts';
export { ReadModels, type Beside, type Difference, type RawTaker, type ReadModel, type ReadTable } from './read-model.ts';
export { Rebuilds } from './rebuilds.ts';
export { RebuildsController } from './rebuilds.controller.ts';
export type { RebuildShown } from './shapes.ts';
