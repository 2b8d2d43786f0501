const WINDOW_MS = 10_000;

/** Records per second of the last ten seconds, and over all. */
export class Pace {
  #samples: { at: number; done: number }[] = [];
  #first: { at: number; done: number } | undefined;

  note(at: number, done: number): void {
    const sample = { at, done };
    // Until something is done nothing is said: connecting is no reading.
    if (this.#first === undefined || this.#first.done === done) this.#first = sample;
    this.#samples = [...this.#samples.filter((one) => at - one.at <= WINDOW_MS), sample];
  }

  now(): number | null {
    return perSecond(this.#samples[0], this.#samples.at(-1));
  }

  overall(): number | null {
    return perSecond(this.#first, this.#samples.at(-1));
  }
}

function perSecond(from: { at: number; done: number } | undefined, to: { at: number; done: number } | undefined): number | null {
  return from === undefined || to === undefined || to.at <= from.at ? null : ((to.done - from.done) * 1000) / (to.at - from.at);
}
