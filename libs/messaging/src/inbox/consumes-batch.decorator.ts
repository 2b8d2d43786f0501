import type { TopicDeclaration } from '@candor/contracts';
import { applyDecorators, Catch, UseFilters, type RpcExceptionFilter } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import { throwError, type Observable } from 'rxjs';

/** The transport's own id: other Nest transports do not take its handlers. */
export const BATCHES = Symbol('candor-batches');

export interface ConsumesOptions {
  /** Names the offsets and the consumer group. Handlers of one name share a group, and so a thread of work. */
  consumer: string;
  /** `raw`: the handler gets a `RawBatch` and writes the offset itself (and `Replay`s of dead letters). */
  mode?: 'transaction' | 'raw';
  /** The most events in one transaction. */
  maxEvents?: number;
  /** Least time from the start of one transaction to that of the next, in ms: more where nobody waits, since a transaction costs the same for one event as for hundreds. */
  pace?: number;
  /**
   * How it takes a topic that its owner publishes again from the tables, under a new generation: it `ignores` what it has (a revision, a key that is there), or it `startsOver`:
   * it gets a `StartOver` first. Unless given, no operator can let it go on into another generation.
   */
  again?: 'ignores' | 'startsOver' | undefined;
}

export interface HandlerExtras extends Required<Omit<ConsumesOptions, 'again'>>, Pick<ConsumesOptions, 'again'> {
  topic: TopicDeclaration;
}

/** Nest would replace the error by "Internal server error": we need the real one to tell transient from persistent. */
@Catch()
class PassOn implements RpcExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}

/**
 * On a method of a controller: it gets the `Batch`es of a topic (`@Payload() batch: Batch`), inside the transaction that also moves the
 * consumer's offset. Whatever it throws rolls that transaction back; transient errors are retried, others end as dead letters.
 */
export function ConsumesBatch(topic: TopicDeclaration, { consumer, mode = 'transaction', maxEvents = 1000, pace = 20, again }: ConsumesOptions): MethodDecorator {
  const extras: HandlerExtras = { topic, consumer, mode, maxEvents, pace, again };
  return applyDecorators(EventPattern(`${consumer}:${topic.name}`, BATCHES, { ...extras }) as MethodDecorator, UseFilters(new PassOn()));
}
