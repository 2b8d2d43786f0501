import { Drafts, type Store } from './drafts.ts';

class MemoryStore implements Store {
  readonly entries = new Map<string, string>();
  get length(): number {
    return this.entries.size;
  }
  key(index: number): string | null {
    return [...this.entries.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.entries.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.entries.set(key, value);
  }
  removeItem(key: string): void {
    this.entries.delete(key);
  }
}

const now = new Date('2026-11-22T12:00:00Z');

test('a half-written note is there again after everything was reloaded', () => {
  const store = new MemoryStore();
  new Drafts(store, 'dana').write('case-1', 'She asked for ', now);
  expect(new Drafts(store, 'dana').read('case-1')).toBe('She asked for ');
});
test('belongs to one person and one task', () => {
  const store = new MemoryStore();
  new Drafts(store, 'dana').write('case-1', 'mine', now);
  expect([new Drafts(store, 'noa').read('case-1'), new Drafts(store, 'dana').read('case-2')]).toEqual(['', '']);
});
test('that was emptied leaves nothing behind', () => {
  const store = new MemoryStore();
  const drafts = new Drafts(store, 'dana');
  drafts.write('case-1', 'x', now);
  drafts.write('case-1', '  ', now);
  expect(store.length).toBe(0);
});
test('is forgotten after a month, and so is what cannot be read; other entries stay', () => {
  const store = new MemoryStore();
  const drafts = new Drafts(store, 'dana');
  drafts.write('old', 'x', new Date('2026-10-01T00:00:00Z'));
  drafts.write('new', 'y', now);
  store.setItem('candor.draft.dana.broken', '{');
  store.setItem('candor.language', 'he');
  drafts.prune(now);
  expect([...store.entries.keys()]).toEqual(['candor.draft.dana.new', 'candor.language']);
});
test('a store that refuses does not break writing', () => {
  const full = new MemoryStore();
  full.setItem = () => {
    throw new Error('QuotaExceededError');
  };
  expect(() => new Drafts(full, 'dana').write('case-1', 'x', now)).not.toThrow();
});
