/** What a principal may do; the gateway puts them into the session. */
export type Scope =
  | 'catalog:read' | 'catalog:write' | 'interactions:write' | 'decisions:read' | 'responses:read' | 'responses:write' | 'responses:correct'
  | 'customers:erase' | 'exclusions:write' | 'scores:read' | 'cases:read' | 'cases:work' | 'cases:assign' | 'bi:write' | 'keys:write' | 'operate';

export type Role = 'agent' | 'supervisor' | 'manager' | 'analyst' | 'administrator';

/** Who is signed in; `units` are the roots of what they may see, null for all. */
export interface Session {
  readonly subject: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly scopes: readonly Scope[];
  readonly units: readonly string[] | null;
}

/** Staff who are measured are not shown whom a question is still to go to: those who may not correct answers. */
export const seesComing = (session: Pick<Session, 'scopes'>): boolean => may(session, 'responses:correct');

export const may = (session: Pick<Session, 'scopes'>, scope: Scope): boolean => session.scopes.includes(scope);
