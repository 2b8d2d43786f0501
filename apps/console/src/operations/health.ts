export interface Part {
  readonly name: string;
  readonly up: boolean;
  /** What is missing, where it is not up. */
  readonly said?: string;
}

/** The parts of `GET /health/ready` (`checks`: name to `ok`, or to what is missing); what is down comes first. */
export function partsOf(body: unknown): Part[] {
  const checks = typeof body === 'object' && body !== null ? (body as { checks?: unknown }).checks : undefined;
  if (typeof checks !== 'object' || checks === null) return [];
  return Object.entries(checks)
    .map(([name, answer]) => (answer === 'ok' ? { name, up: true } : { name, up: false, said: String(answer) }))
    .sort((a, b) => Number(a.up) - Number(b.up) || a.name.localeCompare(b.name));
}
