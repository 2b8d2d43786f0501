/** Anything that runs a statement inside the batch's transaction: a TypeORM manager. */
export interface Statements {
  query<T>(sql: string, parameters?: unknown[]): Promise<T>;
}
