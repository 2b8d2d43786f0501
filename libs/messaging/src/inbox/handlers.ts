import { isObservable, lastValueFrom } from 'rxjs';
import type { HandlerExtras } from './consumes-batch.decorator.ts';
import type { Batch, RawBatch, Replay, StartOver } from './batch.ts';

/** One registered handler method. */
export interface Handler extends HandlerExtras {
  invoke(batch: Batch | RawBatch | Replay | StartOver): Promise<void>;
}

/** The shape of Nest's message handlers that we use. */
interface NestHandler {
  (data: unknown, context?: unknown): Promise<unknown>;
  extras?: Record<string, unknown>;
  next?: unknown;
}

/** All handlers of the service, filled when Nest has found them. */
export class Handlers {
  #all: Handler[] = [];

  /** @throws if two handlers claim one topic for one consumer: each would move the other's offset */
  fill(found: Iterable<readonly [string, unknown]>): void {
    this.#all = [...found].map(([pattern, callback]) => {
      const nest = callback as NestHandler;
      if (nest.next) throw new Error(`${pattern} has two handlers: give one of them a consumer of its own`);
      return { ...(nest.extras as unknown as HandlerExtras), invoke: (batch) => settled(nest(batch, undefined)) };
    });
  }

  all(): readonly Handler[] {
    return this.#all;
  }

  consumers(): string[] {
    return [...new Set(this.#all.map(({ consumer }) => consumer))];
  }

  of(consumer: string): Handler[] {
    return this.#all.filter((handler) => handler.consumer === consumer);
  }

  find(consumer: string, topic: string): Handler | undefined {
    return this.#all.find((handler) => handler.consumer === consumer && handler.topic.name === topic);
  }
}

/** Nest's proxies answer with a value, a promise or a stream, and put errors into the stream. */
async function settled(result: Promise<unknown>): Promise<void> {
  const value = await result;
  if (isObservable(value)) await lastValueFrom(value, { defaultValue: undefined });
}
