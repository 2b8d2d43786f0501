import type { cellScored, DataOf } from '@candor/contracts';

export type CellScored = DataOf<typeof cellScored>;
