import { holm } from '@candor/nps';

/** What answers or invitations of a selection have in common, by one kind. */
export interface Kind<R> {
  by: string;
  /** How many values there are; the most frequent are shown. */
  values: number;
  data: R[];
}

/** Whether each difference holds with regard to how many were tested (Holm); null where none was. */
export function held<D extends { p: number }>(found: readonly (D | null)[]): ((D & { significant: boolean }) | null)[] {
  const holds = holm(found.flatMap((one) => (one ? [one.p] : [])));
  let next = 0;
  return found.map((one) => one && { ...one, significant: holds[next++]! });
}

/** Rows by their kind, each kind in its order. */
export function kindsOf<R>(rows: readonly { by: string; row: R }[], values: ReadonlyMap<string, number>, order: (a: R, b: R) => number): Kind<R>[] {
  return [...Map.groupBy(rows, ({ by }) => by)].map(([by, group]) => ({ by, values: values.get(by) ?? group.length, data: group.map(({ row }) => row).sort(order) }));
}
