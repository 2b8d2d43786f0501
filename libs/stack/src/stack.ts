import type { StackAddresses, StackMode } from './addresses.ts';

/** One server, whoever runs it: the faults that tests cause and the recoveries they wait for. */
export interface ServerControl {
  readonly name: string;
  /** Starts it on the data it has. Resolves when it answers; does nothing if it does. */
  start(): Promise<void>;
  /** Ends it in its own orderly way. */
  stop(): Promise<void>;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
  /** Lets it hang: connections stay, nothing answers. */
  pause(): Promise<void>;
  resume(): Promise<void>;
}

/** Kafka, PostgreSQL and Redis, running. The same to its users in every mode. */
export interface Stack extends StackAddresses {
  readonly mode: StackMode;
  readonly kafka: ServerControl;
  readonly postgres: ServerControl;
  readonly redis: ServerControl;
  /** Ends what was started here; what was only found stays. Data stays in every case. */
  stop(): Promise<void>;
}
