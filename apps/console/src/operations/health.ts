export interface Part {
  readonly name: string;
  readonly up: boolean;
  readonly said?: string;
}

/**
 * The parts of `GET /health/ready`, whichever way its body lays them out: `{ services: { name: "up" | { status } } }`, `checks`, `details`, or `missing`.
 * 200 says that the whole is ready, 503 names what is not.
 */
export function partsOf(body: unknown): Part[] {
  const answer = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const groups = ['services', 'checks', 'details', 'parts'].map((name) => answer[name]).filter((group) => typeof group === 'object' && group !== null && !Array.isArray(group));
  const parts = new Map<string, Part>();
  for (const [name, value] of groups.flatMap((group) => Object.entries(group as object))) parts.set(name, partOf(name, value));
  for (const name of Array.isArray(answer['missing']) ? answer['missing'] : []) parts.set(String(name), { name: String(name), up: false });
  return [...parts.values()].sort((a, b) => Number(a.up) - Number(b.up) || a.name.localeCompare(b.name));
}

function partOf(name: string, value: unknown): Part {
  const said = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)['status'] ?? (value as Record<string, unknown>)['ready'] : value;
  const up = said === true || (typeof said === 'string' && ['up', 'ok', 'ready'].includes(said.toLowerCase()));
  return { name, up, ...(typeof said === 'string' && !up ? { said } : {}) };
}
