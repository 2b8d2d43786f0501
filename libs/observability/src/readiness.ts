/** Resolves when the thing can be used; rejects, or says why not, otherwise. */
export type ReadinessCheck = () => Promise<string | void> | string | void;

export interface Readiness {
  ready: boolean;
  /** By check: `ok`, or why not. */
  checks: Record<string, string>;
}

/** What must work before a service says it is ready. Anything that connects somewhere adds itself here. */
export class ReadinessRegistry {
  readonly #checks = new Map<string, ReadinessCheck>();

  add(name: string, check: ReadinessCheck): void {
    this.#checks.set(name, check);
  }

  /** Asks all checks at once; one that takes longer than `timeoutMs` counts as failed. */
  async check(timeoutMs = 2000): Promise<Readiness> {
    const answers = await Promise.all([...this.#checks].map(async ([name, check]) => [name, await outcome(check, timeoutMs)] as const));
    return { ready: answers.every(([, answer]) => answer === 'ok'), checks: Object.fromEntries(answers) };
  }
}

async function outcome(check: ReadinessCheck, timeoutMs: number): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const tooSlow = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`no answer within ${timeoutMs} ms`), timeoutMs);
  });
  try {
    return await Promise.race([Promise.resolve(check()).then((reason) => reason ?? 'ok'), tooSlow]);
  } catch (error) {
    return error instanceof Error ? error.message || error.name : String(error);
  } finally {
    clearTimeout(timer);
  }
}
