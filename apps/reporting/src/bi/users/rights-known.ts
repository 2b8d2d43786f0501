import { ROLES, scopesOf, type Scope } from '@candor/identity';

/** What a user may read, and whether that is less than its maker may have had. */
export interface KnownRights {
  rights: Scope[];
  limited: boolean;
}

/** Sums, and no row of a person: what stays with a user of whose maker nothing is known. */
const SURELY: readonly Scope[] = ['scores:read'];

/**
 * The rights of a user's maker where nobody wrote them down. A person who makes users has a role that may, and all of these have the same rights to read. A key has any: then the groups that the
 * user was put into tell, but for all of them or none, which may also come from a release in which every user had all views.
 * @param held rights whose groups the user is in
 * @param all rights that open views
 */
export function rightsKnown({ createdBy, held }: { createdBy: string; held: readonly Scope[] }, all: readonly Scope[]): KnownRights {
  if (!createdBy.startsWith('key:')) return { rights: all.filter((right) => MAKERS.every((scopes) => scopes.includes(right))), limited: false };
  if (held.length > 0 && held.length < all.length) return { rights: [...held], limited: false };
  return { rights: [...SURELY], limited: true };
}

const MAKERS = ROLES.map((role) => scopesOf([role])).filter((scopes) => scopes.includes('bi:write'));
