import type { Adapter, AdapterPayload } from 'oidc-provider';

const MOST = 5_000;

/** What the provider remembers of one kind of thing: in memory, the oldest forgotten first. Sign-ins in progress do not survive a restart. */
export class ProviderMemory implements Adapter {
  readonly #entries = new Map<string, { payload: AdapterPayload; until: number }>();

  upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
    this.#entries.delete(id);
    this.#entries.set(id, { payload, until: Number.isFinite(expiresIn) ? Date.now() + expiresIn * 1000 : Infinity });
    if (this.#entries.size > MOST) this.#entries.delete(this.#entries.keys().next().value!);
    return Promise.resolve();
  }

  find(id: string): Promise<AdapterPayload | undefined> {
    const entry = this.#entries.get(id);
    return Promise.resolve(entry && entry.until > Date.now() ? entry.payload : undefined);
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.#first((payload) => payload.uid === uid);
  }

  findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.#first((payload) => payload.userCode === userCode);
  }

  consume(id: string): Promise<void> {
    const entry = this.#entries.get(id);
    if (entry) entry.payload.consumed = Math.floor(Date.now() / 1000);
    return Promise.resolve();
  }

  destroy(id: string): Promise<void> {
    this.#entries.delete(id);
    return Promise.resolve();
  }

  revokeByGrantId(grantId: string): Promise<void> {
    for (const [id, { payload }] of this.#entries) if (payload.grantId === grantId) this.#entries.delete(id);
    return Promise.resolve();
  }

  #first(matches: (payload: AdapterPayload) => boolean): Promise<AdapterPayload | undefined> {
    const now = Date.now();
    for (const { payload, until } of this.#entries.values()) if (until > now && matches(payload)) return Promise.resolve(payload);
    return Promise.resolve(undefined);
  }
}
