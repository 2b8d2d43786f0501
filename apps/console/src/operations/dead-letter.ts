/** A record that a service put aside, from `GET /v1/dead-letters/{service}`. */
export interface DeadLetter {
  readonly id: string;
  readonly consumer: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly kind: 'malformed' | 'failed';
  readonly reason: string;
  readonly publishedAt: string;
  readonly failedAt: string;
  readonly replayedAt: string | null;
}

export interface DeadLetterDetail extends DeadLetter {
  readonly key: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: string | null;
}

/** JSON laid out to be read; anything else as it is. */
export function readable(value: string): string {
  try {
    return JSON.stringify(JSON.parse(value), null, 2);
  } catch {
    return value;
  }
}
