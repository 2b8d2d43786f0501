import { isDeepStrictEqual } from 'node:util';

export interface Revised {
  key: string;
  version: number;
  changedAt: string;
}

/** The entry with this content: the same object if nothing changed, so that saying it twice makes no second version. */
export function revise<C extends object>(existing: (C & Revised) | undefined, key: string, content: C, now: Date): C & Revised {
  if (existing) {
    const { key: _key, version: _version, changedAt: _changedAt, ...said } = existing;
    if (isDeepStrictEqual(said, content)) return existing;
  }
  return { ...content, key, version: (existing?.version ?? 0) + 1, changedAt: now.toISOString() };
}
