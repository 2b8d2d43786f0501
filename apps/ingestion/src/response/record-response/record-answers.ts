import { CatalogCopy } from '@candor/catalog-copy';
import { invalidInput, notYourUnits, parseBody, Problem } from '@candor/http';
import type { Principal } from '@candor/identity';
import { Injectable } from '@nestjs/common';
import { placeAt, type Found, type Place } from '../../coordinates/place.ts';
import { erased, idTaken } from '../refusals.ts';
import { AnswerStore, type Recorded } from './answer-store.ts';
import { answeredAtOf, draftOf, type Draft } from './draft.ts';
import { answerRequest, type AnswerRequest } from './request.ts';

/** An answer that could be read, and when it was given. */
interface Readable {
  request: AnswerRequest;
  answeredAt: Date;
}

/** Takes one answer that another system posted. */
@Injectable()
export class RecordAnswers {
  constructor(private readonly catalog: CatalogCopy, private readonly store: AnswerStore) {}

  /** @throws Problem 400 naming the field, 403 outside of the principal's units, 409, 410, 503 */
  async record(principal: Principal, body: unknown, now: Date, correlation?: string): Promise<{ request: AnswerRequest; created: boolean }> {
    const readable = this.read(body, now);
    const draft = this.draft(principal, readable, now, correlation) ?? this.draftOrRefuse(principal, await this.#afterNews(readable), now, correlation);
    return { request: readable.request, created: (await this.keep(draft)) === 'created' };
  }

  /** @throws Problem 400 */
  read(body: unknown, now: Date): Readable {
    const request = parseBody(answerRequest, body);
    return { request, answeredAt: answeredAtOf(request, now) };
  }

  /** Undefined where the catalogue does not know the touchpoint or the unit (yet). @throws Problem 400, 403 */
  draft(principal: Principal, readable: Readable, now: Date, correlation?: string): Draft | undefined {
    const found = this.#look(readable);
    return 'unknown' in found ? undefined : this.#draftAt(principal, readable, found, now, correlation);
  }

  /** For when the catalogue's copy has been brought up to date. @throws Problem 400, also naming what is unknown; 403 */
  draftOrRefuse(principal: Principal, readable: Readable, now: Date, correlation?: string): Draft {
    const found = this.#look(readable);
    if ('unknown' in found) throw invalidInput([{ field: found.unknown, message: 'is not known in the catalogue' }]);
    return this.#draftAt(principal, readable, found, now, correlation);
  }

  /** @throws Problem 409, 410, 503 */
  async keep(draft: Draft, lane: 'single' | 'bulk' = 'single'): Promise<Extract<Recorded, 'created' | 'duplicate'>> {
    const outcome = await this.store.record(draft, lane);
    if (outcome === 'conflict') throw idTaken(draft.answer.id);
    if (outcome === 'erased') throw erased(draft.answer.id);
    return outcome;
  }

  async #afterNews(readable: Readable): Promise<Readable> {
    await this.catalog.reachEnd();
    return readable;
  }

  #look({ request, answeredAt }: Readable): Found {
    return placeAt(this.catalog, request.touchpoint, request.unit, answeredAt);
  }

  #draftAt(principal: Principal, { request, answeredAt }: Readable, found: { place: Place } | { closed: Date }, now: Date, correlation?: string): Draft {
    const visible = this.catalog.visible(principal);
    if (visible && !visible.has(request.unit)) throw notYourUnits([{ field: 'unit', unit: request.unit }]);
    if ('closed' in found) throw invalidInput([{ field: 'unit', message: `is closed since ${found.closed.toISOString()}` }]);
    return draftOf(request, found.place, answeredAt, now, correlation);
  }
}

/** Whether an error concerns one answer only, so that others of the same request can be stored. */
export const concernsOneAnswer = (error: unknown): error is Problem => error instanceof Problem && error.status < 500;
