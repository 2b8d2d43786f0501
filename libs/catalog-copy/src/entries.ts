import { brandSet, programmeSet, touchpointSet, unitSet, type DataOf } from '@candor/contracts';

/** Entries of the catalogue, as its events carry them. */
export type Unit = DataOf<typeof unitSet>;
export type Touchpoint = DataOf<typeof touchpointSet>;
export type Programme = DataOf<typeof programmeSet>;
export type Brand = DataOf<typeof brandSet>;
