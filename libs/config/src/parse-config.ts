import type { z } from 'zod';
import { ConfigError } from './config-error.ts';

/**
 * Parses the environment whole, once, into one frozen object. An empty variable counts as absent, since compose files and shells
 * cannot unset one.
 * @throws ConfigError naming every variable that is missing or wrong.
 */
export function parseConfig<S extends z.ZodObject>(schema: S, env: NodeJS.ProcessEnv): Readonly<z.infer<S>> {
  const given: Record<string, string> = {};
  for (const name of Object.keys(schema.shape)) {
    const value = env[name];
    if (value !== undefined && value !== '') given[name] = value;
  }
  const parsed = schema.safeParse(given);
  if (parsed.success) return Object.freeze(parsed.data);

  const problems = new Map<string, string>();
  for (const issue of parsed.error.issues) {
    const variable = String(issue.path[0] ?? 'environment');
    if (!problems.has(variable)) problems.set(variable, problemOf(given[variable], issue.message));
  }
  throw new ConfigError([...problems].map(([variable, problem]) => ({ variable, problem })));
}

function problemOf(value: string | undefined, message: string): string {
  if (value === undefined) return 'is not set';
  return message.includes(value) ? 'is not valid' : `is not valid (${message})`;
}
