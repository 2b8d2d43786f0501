import type { z } from 'zod';

/** The services that own or read topics. */
export type ServiceName = 'catalog' | 'dispatch' | 'ingestion' | 'scoring' | 'alerting' | 'reporting';

/**
 * One event of a topic: its CloudEvents `type` (which carries the version), the schema of its `data`, and the record key.
 * A published declaration never changes in a breaking way; a new shape is a new version beside it.
 */
export interface EventDeclaration<S extends z.ZodType = z.ZodType> {
  /** CloudEvents `type`, for example `com.candor.response.recorded.v1`. */
  readonly type: string;
  readonly version: number;
  /** One sentence: what happened, and when it is said. */
  readonly description: string;
  readonly schema: S;
  /** The Kafka record key of an event with this data; never personal data. */
  readonly key: (data: z.infer<S>) => string;
  /** A complete valid example: producers must be able to emit it, consumers must accept it. */
  readonly sample: z.infer<S>;
}

export type DataOf<E> = E extends EventDeclaration<infer S> ? z.infer<S> : never;

export function defineEvent<S extends z.ZodType>(declaration: EventDeclaration<S>): EventDeclaration<S> {
  return Object.freeze(declaration);
}
