import { CatalogCopy, requireNamed } from '@candor/catalog-copy';
import { forbidden, invalidInput, notFound } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Injectable } from '@nestjs/common';
import type { NoteBody, NotesQuery, NoteView } from './note.ts';
import { NotesStore } from './notes.store.ts';

/** What happened in the market, or was changed, on a day: it explains figures and changes none. */
@Injectable()
export class NotesService {
  constructor(private readonly store: NotesStore, private readonly catalog: CatalogCopy) {}

  async list(principal: Principal, query: NotesQuery): Promise<NoteView[]> {
    await requireNamed(this.catalog, principal, query);
    const roots = query.unit ?? principal.units;
    return this.store.list(query, roots && [...this.#concerning(roots)]);
  }

  async put(principal: Principal, id: string, body: NoteBody): Promise<NoteView> {
    await this.#writable(principal, body.unit);
    await requireNamed(this.catalog, principal, { programme: body.programme, touchpoint: body.touchpoint });
    const held = await this.store.one(id);
    if (held) await this.#writable(principal, held.unit);
    return this.store.put(id, body, principal);
  }

  async remove(principal: Principal, id: string): Promise<void> {
    const held = await this.store.one(id);
    if (!held) throw notFound('note', id);
    await this.#writable(principal, held.unit);
    await this.store.remove(id);
  }

  /** Units, those below them, and those above them: a change in the region is one in its branches. */
  #concerning(units: readonly string[]): Set<string> {
    const now = new Date();
    return new Set([...this.catalog.withDescendants(units, now), ...units.flatMap((unit) => this.catalog.pathOf(unit, now))]);
  }

  async #writable(principal: Principal, unit: string | null): Promise<void> {
    const { scopes } = principal;
    if (!scopes.includes('responses:correct') && !scopes.includes('cases:assign')) throw forbidden(['cases:assign']);
    if (unit !== null) await requireNamed(this.catalog, principal, { unit });
    else if (principal.units !== null) throw invalidInput([{ field: 'unit', message: 'must be one of your units' }]);
  }
}
