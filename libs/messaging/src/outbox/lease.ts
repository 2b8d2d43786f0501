import type { ClientBase } from 'pg';

/** How long a relay may publish without renewing. Longer means a slower takeover after a crash. */
export const LEASE_MS = 5000;
/** A send begins only with this much of the lease left. */
const MARGIN_MS = 500;

/**
 * The right to publish, as a row with an epoch: whoever takes it over raises the epoch, and what the previous holder still wants to mark as sent
 * is refused. (An advisory lock would be kept by a process that is stopped but not dead.) Time is the database's; the holder's own
 * view is a monotonic clock that began before it asked, so it never believes itself the holder for longer than it is.
 */
export class Lease {
  readonly #holder: string;
  readonly #ms: number;
  #epoch: bigint | undefined;
  #until = -Infinity;

  constructor(holder: string, ms = LEASE_MS) {
    this.#holder = holder;
    this.#ms = ms;
  }

  /** Undefined while somebody else is the holder. */
  get epoch(): bigint | undefined {
    return this.#epoch;
  }

  get ms(): number {
    return this.#ms;
  }

  /** Whether a send may begin now. */
  get mayPublish(): boolean {
    return this.#epoch !== undefined && performance.now() < this.#until - Math.min(MARGIN_MS, this.#ms / 4);
  }

  /** Takes the lease if it is free. */
  async acquire(client: ClientBase): Promise<boolean> {
    const asked = performance.now();
    const { rows } = await client.query<{ epoch: string }>(
      `UPDATE relay_lease SET holder = $1, epoch = epoch + 1, until = clock_timestamp() + make_interval(secs => $2)
       WHERE id = 1 AND until < clock_timestamp() RETURNING epoch`,
      [this.#holder, this.#ms / 1000],
    );
    const row = rows[0];
    if (!row) return false;
    this.#epoch = BigInt(row.epoch);
    this.#until = asked + this.#ms;
    return true;
  }

  /** @returns false if it has been lost. */
  async renew(client: ClientBase): Promise<boolean> {
    const asked = performance.now();
    const { rowCount } = await client.query(
      `UPDATE relay_lease SET until = clock_timestamp() + make_interval(secs => $2) WHERE id = 1 AND epoch = $1`,
      [this.#epoch ?? -1n, this.#ms / 1000],
    );
    if (rowCount === 1) this.#until = asked + this.#ms;
    else this.lose();
    return rowCount === 1;
  }

  /** Gives it back, so that another need not wait for it to run out. */
  async release(client: ClientBase): Promise<void> {
    const epoch = this.#epoch;
    this.lose();
    if (epoch !== undefined) await client.query(`UPDATE relay_lease SET until = '-infinity' WHERE id = 1 AND epoch = $1`, [epoch]);
  }

  lose(): void {
    this.#epoch = undefined;
    this.#until = -Infinity;
  }
}
