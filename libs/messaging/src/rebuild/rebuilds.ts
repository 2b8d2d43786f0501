import { hostname } from 'node:os';
import { Problem } from '@candor/http';
import type { Logger } from '@candor/observability';
import { v7 as uuidv7 } from 'uuid';
import type { Handler, Handlers } from '../inbox/handlers.ts';
import type { Target } from '../inbox/transaction.ts';
import type { KafkaPort } from '../kafka/index.ts';
import { Bell } from '../outbox/index.ts';
import { dropBeside, occupant, schemasOf } from './beside.ts';
import type { ReadModels } from './read-model.ts';
import { RebuildRun } from './rebuild-run.ts';
import { RebuildStore, shown } from './rebuild-store.ts';
import type { RebuildShown } from './shapes.ts';

export interface RebuildsOptions {
  target: Target;
  models: ReadModels;
  handlers: Handlers;
  kafka: KafkaPort;
  log: Logger;
  databaseUrl: string;
}

const LOOK_MS = 2000;
const MOST_SHOWN = 50;

/** Nobody waits for what is built: a transaction may be larger than that of the live model. */
const AT_ONCE = 5000;
const largeBatchesOf = (handlers: readonly Handler[]): Handler[] => handlers.map((handler) => ({ ...handler, maxEvents: Math.max(handler.maxEvents, AT_ONCE) }));

/** Builds read models anew beside the live ones, one at a time. Whichever instance is free takes up what was asked for, or what another has left. */
export class Rebuilds {
  readonly #options: RebuildsOptions;
  readonly #store: RebuildStore;
  readonly #holder = `${hostname()}/${process.pid}/${uuidv7()}`;
  readonly #bell = new Bell();
  #run: RebuildRun | undefined;
  #closing = false;
  #done: Promise<void> | undefined;

  constructor(options: RebuildsOptions) {
    this.#options = options;
    this.#store = new RebuildStore(options.target.dataSource);
  }

  models(): string[] {
    return this.#options.models.names();
  }

  /** Latest first. */
  async list(): Promise<RebuildShown[]> {
    return (await this.#store.list(MOST_SHOWN)).map(shown);
  }

  /** @throws Problem 404 */
  async get(id: string): Promise<RebuildShown> {
    const row = await this.#store.get(id);
    if (!row) throw new Problem({ status: 404, code: 'REBUILD.UNKNOWN', title: 'There is no such rebuild' });
    return shown(row);
  }

  /** @throws Problem 404; 409 if one is under way */
  async start(model: string, reason: string, by: string): Promise<RebuildShown> {
    if (!this.#options.models.of(model)) {
      throw new Problem({ status: 404, code: 'REBUILD.UNKNOWN_MODEL', title: 'This service has no such read model', detail: `It builds anew ${this.models().join(', ') || 'none'}` });
    }
    await schemasOf(this.#options.target.dataSource);
    const id = uuidv7();
    if (!(await this.#store.start(id, model, reason, by))) {
      throw new Problem({ status: 409, code: 'REBUILD.UNDER_WAY', title: 'A rebuild is under way', detail: 'A service builds one read model at a time: wait, or cancel it' });
    }
    this.#bell.ring();
    return this.get(id);
  }

  /** The live model stays what it is. @throws Problem 404; 409 if it has ended */
  async cancel(id: string, by: string): Promise<RebuildShown> {
    const cancelled = await this.#store.cancel(id, by);
    if (cancelled === undefined) {
      const { state } = await this.get(id);
      throw new Problem({ status: 409, code: 'REBUILD.ENDED', title: 'This rebuild has ended', detail: `It is ${state}` });
    }
    const { dataSource } = this.#options.target;
    // Whoever is at work on it throws it away when it has noticed.
    if (!cancelled.held) await dropBeside(dataSource, await schemasOf(dataSource), id);
    return this.get(id);
  }

  /** To call once the handlers are known. */
  open(): void {
    if (this.#options.models.all().length > 0) this.#done = this.#work();
  }

  async close(): Promise<void> {
    this.#closing = true;
    this.#run?.close();
    this.#bell.ring();
    await this.#done;
  }

  /** What is left of a rebuild that ended while whoever worked on it did not. */
  async #tidy(): Promise<void> {
    const { dataSource } = this.#options.target;
    const schemas = await schemasOf(dataSource);
    const last = await occupant(dataSource, schemas.schema);
    if (last !== null && (await this.#store.get(last))?.ended_at != null) await dropBeside(dataSource, schemas, last);
  }

  async #work(): Promise<void> {
    const { models, handlers, log, ...rest } = this.#options;
    await this.#tidy().catch((error: unknown) => log.warn({ err: error }, 'what is left of a rebuild could not be thrown away'));
    while (!this.#closing) {
      try {
        const row = await this.#store.claim(this.#holder);
        const model = row && models.of(row.model);
        if (row && !model) await this.#store.fail(row.id, this.#holder, `This release has no read model ${row.model}`);
        if (row && model && !this.#closing) {
          this.#run = new RebuildRun({ ...rest, log, row, model, handlers: largeBatchesOf(handlers.of(model.consumer)), holder: this.#holder, store: this.#store });
          await this.#run.run();
          this.#run = undefined;
        }
      } catch (error) {
        log.warn({ err: error }, 'could not look for a rebuild: will try again');
      }
      if (!this.#closing) await this.#bell.wait(LOOK_MS);
    }
  }
}
