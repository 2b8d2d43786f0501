import type { DataSource, EntityManager } from 'typeorm';

/** Where handlers write. */
export interface Target {
  dataSource: DataSource;
  /** With the manager of the transaction that has committed. */
  onCommit: (tx: EntityManager) => void;
}

export type AfterCommit = (fn: () => void) => void;

/** Runs `work` in a transaction, and once that has committed, what was asked to be done then. */
export async function inTransaction<T>({ dataSource, onCommit }: Target, work: (tx: EntityManager, afterCommit: AfterCommit) => Promise<T>): Promise<T> {
  const callbacks: (() => void)[] = [];
  let committed: EntityManager | undefined;
  const result = await dataSource.transaction((tx) => {
    committed = tx;
    return work(tx, (fn) => callbacks.push(fn));
  });
  onCommit(committed!);
  for (const callback of callbacks) callback();
  return result;
}
