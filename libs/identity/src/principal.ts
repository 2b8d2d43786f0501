import { z } from 'zod';
import { ROLES, SCOPES, type Role, type Scope } from './scopes.ts';

/** On whose behalf a request is made. */
export interface Principal {
  /** Stable id: of the key, or of the person. */
  subject: string;
  kind: 'key' | 'person' | 'service';
  /** For people to read. */
  name: string;
  scopes: Scope[];
  /** Keys of the units they may see, each with all its descendants; null: all units. */
  units: string[] | null;
  roles: Role[];
}

export const principalSchema = z.object({
  subject: z.string().min(1),
  kind: z.enum(['key', 'person', 'service']),
  name: z.string(),
  scopes: z.array(z.enum([...SCOPES, 'internal'])),
  units: z.array(z.string()).nullable(),
  roles: z.array(z.enum(ROLES)),
});

/** The scopes of `needed` that the principal lacks. */
export function missingScopes(principal: Principal, needed: readonly Scope[]): Scope[] {
  return needed.filter((scope) => !principal.scopes.includes(scope));
}
