/** Where the three servers answer. The one thing that the rest of the platform needs to know of them. */
export interface StackAddresses {
  /** host:port, comma separated. */
  readonly kafkaBrokers: string;
  /** A superuser's URL; only `provision` uses it, the services get roles of their own. */
  readonly databaseAdminUrl: string;
  readonly redisUrl: string;
}

export type StackMode = 'external' | 'docker' | 'native';

/** One line of progress for people, without a time stamp. */
export type Report = (line: string) => void;
