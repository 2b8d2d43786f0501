const SOMEWHERE = 'http://gateway.invalid';

/** The path to go back to after signing in: one of ours, or the start. Never an address elsewhere, however it is written. */
export function localPath(returnTo: unknown): string {
  if (typeof returnTo !== 'string' || !/^\/(?![/\\])/.test(returnTo) || !URL.canParse(returnTo, SOMEWHERE)) return '/';
  const url = new URL(returnTo, SOMEWHERE);
  // Of what was parsed only the path is used; dots that vanish in parsing can leave it beginning with two slashes.
  if (url.pathname.startsWith('//') || url.pathname.startsWith('/auth/')) return '/';
  return url.pathname + url.search + url.hash;
}
