const PREFIX = 'candor_';
export const SESSION_COOKIE = `${PREFIX}session`;

/** One per sign-in that is under way, so that two tabs do not disturb each other. */
export const signInCookie = (state: string): string => `${PREFIX}signin_${state.replace(/[^A-Za-z0-9]/g, '').slice(0, 12)}`;

export interface CookieOptions {
  /** In seconds; 0 removes it. */
  maxAge: number;
  path: string;
  secure: boolean;
}

/**
 * A Set-Cookie line. Never readable by scripts; sent along from other sites only when somebody follows a link.
 * @param value of characters that need no quoting, such as a JWE
 */
export function setCookie(name: string, value: string, { maxAge, path, secure }: CookieOptions): string {
  return `${name}=${value}; Max-Age=${maxAge}; Path=${path}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

export function cookieOf(header: string | undefined, name: string): string | undefined {
  return pairsOf(header).find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** What is left of a Cookie header for somebody else's site. */
export function withoutOurCookies(header: string | undefined): string | undefined {
  const others = pairsOf(header).filter((pair) => !pair.startsWith(PREFIX));
  return others.length > 0 ? others.join('; ') : undefined;
}

function pairsOf(header: string | undefined): string[] {
  return header?.split(';').map((pair) => pair.trim()).filter(Boolean) ?? [];
}
