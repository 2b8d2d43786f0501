/** Looks at what is counted until all is, or the time is over. @returns events per second between the first and the last look */
export async function rate(look: () => Promise<number>, all: number, seconds: number): Promise<number> {
  let first: { at: number; n: number } | undefined;
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const n = await look();
    const at = performance.now();
    if (n > 0) first ??= { at, n };
    if (first && (n >= all || at > end)) return n >= all && first.n >= all ? Number.NaN : ((n - first.n) * 1000) / (at - first.at);
    if (at > end + 30_000) throw new Error('nothing was counted');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
