/**
 * Does `work` for all items, `concurrency` at a time. What has not begun by the deadline is not begun.
 * @param deadline on the clock of `performance.now()`.
 * @returns by item; undefined for those that were not begun.
 */
export async function untilDeadline<I, O>(items: readonly I[], concurrency: number, deadline: number, work: (item: I) => Promise<O>): Promise<(O | undefined)[]> {
  const results: (O | undefined)[] = Array.from({ length: items.length });
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < items.length && performance.now() < deadline) {
      const index = next++;
      results[index] = await work(items[index]!);
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, lane));
  return results;
}
