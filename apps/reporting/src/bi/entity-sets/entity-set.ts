import type { Scope } from '@candor/identity';

export type EdmType = 'Edm.String' | 'Edm.Int32' | 'Edm.Double' | 'Edm.Boolean' | 'Edm.Date' | 'Edm.DateTimeOffset' | 'Edm.Guid';

export interface Column {
  readonly type: EdmType;
  readonly nullable: boolean;
  readonly description: string;
}

/**
 * One table of what BI tools see, by OData and by SQL alike: both read this one SELECT, so that the same filter gives the same total.
 * It shows what may be shown of anonymous programmes; whose units is left to the reader (OData) and to row security (SQL).
 */
export interface EntitySet {
  /** In OData, for example `Scores`. */
  readonly name: string;
  /** In the schema `bi`, for example `scores`. */
  readonly view: string;
  readonly description: string;
  readonly columns: Readonly<Record<string, Column>>;
  /** A row, as far as it says more than the columns do. */
  readonly example?: Readonly<Record<string, unknown>>;
  /** Tells rows apart and orders pages; in the order of an index. */
  readonly key: readonly string[];
  /** The column that says whose row it is; null: everybody's. */
  readonly unit: string | null;
  readonly scope: Scope;
  /** Gives `columns` by their names. */
  readonly select: string;
  /** Tables that the SELECT reads, and whoever may read it too. */
  readonly tables: readonly string[];
  /** Sums of tables whose rows are for fewer people: an SQL user reads the view and not those, so that the view itself is limited to the user's units. */
  readonly sumsOf?: readonly string[];
}

const column = (type: EdmType) => (description: string): Column => ({ type, nullable: false, description });
const nullable = (type: EdmType) => (description: string): Column => ({ type, nullable: true, description });

/** Columns that are always there, and with `maybe` those that can be null. */
export const text = column('Edm.String');
export const whole = column('Edm.Int32');
export const real = column('Edm.Double');
export const flag = column('Edm.Boolean');
export const date = column('Edm.Date');
export const time = column('Edm.DateTimeOffset');
export const guid = column('Edm.Guid');
export const maybe = {
  text: nullable('Edm.String'), whole: nullable('Edm.Int32'), real: nullable('Edm.Double'), date: nullable('Edm.Date'), time: nullable('Edm.DateTimeOffset'), guid: nullable('Edm.Guid'), flag: nullable('Edm.Boolean'),
};

/** `/bank/north/haifa-1/`: `contains(path, '/north/')` finds a unit and all below it. */
export const PATH = `'/' || array_to_string(u.path, '/') || '/'`;
/** Programmes whose single answers may be shown (domain 9.4); one that is not known yet may not. */
export const OPEN_PROGRAMMES = '(SELECT key FROM programme WHERE NOT anonymous)';
