/** The part of `localStorage` that drafts need. */
export interface Store {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const PREFIX = 'candor.draft.';
const KEPT_MS = 30 * 86_400_000;

/** Half-written notes of one person, kept in their browser until they are sent. Two people at one machine do not see each other's. */
export class Drafts {
  readonly #store: Store;
  readonly #owner: string;

  constructor(store: Store, owner: string) {
    this.#store = store;
    this.#owner = owner;
  }

  read(task: string): string {
    return parse(this.#store.getItem(this.#name(task)))?.text ?? '';
  }

  /** An empty draft leaves nothing behind. A store that is full or forbidden must not break writing. */
  write(task: string, text: string, now: Date): void {
    try {
      if (text.trim() === '') this.#store.removeItem(this.#name(task));
      else this.#store.setItem(this.#name(task), JSON.stringify({ text, at: now.getTime() }));
    } catch {
      return;
    }
  }

  /** Forgets what was left for a month, whoever wrote it. */
  prune(now: Date): void {
    const names = Array.from({ length: this.#store.length }, (_, index) => this.#store.key(index) ?? '').filter((name) => name.startsWith(PREFIX));
    for (const name of names) {
      const draft = parse(this.#store.getItem(name));
      if (draft === null || draft.at < now.getTime() - KEPT_MS) this.#store.removeItem(name);
    }
  }

  #name(task: string): string {
    return `${PREFIX}${this.#owner}.${task}`;
  }
}

function parse(stored: string | null): { text: string; at: number } | null {
  try {
    const value = JSON.parse(stored ?? 'null') as { text?: unknown; at?: unknown } | null;
    return typeof value?.text === 'string' && typeof value.at === 'number' ? { text: value.text, at: value.at } : null;
  } catch {
    return null;
  }
}
