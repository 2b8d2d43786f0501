/** What a person or key may be allowed to do; every route names the ones it needs. */
export const SCOPES = [
  'catalog:read', 'catalog:write', 'interactions:write', 'decisions:read', 'responses:read', 'responses:write', 'responses:correct',
  'customers:erase', 'exclusions:write', 'scores:read', 'cases:read', 'cases:work', 'cases:assign', 'bi:write', 'keys:write', 'operate',
] as const;

/** `internal` is between our own processes: no role has it and no key can be given it. */
export type Scope = (typeof SCOPES)[number] | 'internal';

export const ROLES = ['agent', 'supervisor', 'manager', 'analyst', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

const READ_LOOP: Scope[] = ['catalog:read', 'responses:read', 'scores:read', 'cases:read'];

/**
 * `manager` heads a measured unit and therefore lacks `responses:correct` (domain 9.2): nobody corrects what rates them.
 * `analyst` may correct, and works no cases.
 */
const SCOPES_OF_ROLE: Record<Role, readonly Scope[]> = {
  agent: [...READ_LOOP, 'cases:work'],
  supervisor: [...READ_LOOP, 'decisions:read', 'cases:work', 'cases:assign'],
  manager: [...READ_LOOP, 'decisions:read', 'cases:work', 'cases:assign'],
  analyst: [...READ_LOOP, 'decisions:read', 'responses:correct', 'bi:write'],
  administrator: SCOPES,
};

/** Everything that somebody with these roles may do. */
export function scopesOf(roles: readonly Role[]): Scope[] {
  return [...new Set(roles.flatMap((role) => SCOPES_OF_ROLE[role]))];
}
