import { Problem } from '../problem/problem.ts';

/** The strong entity tag of a version: `"3"`. */
export function etagOf(version: number | string): string {
  return `"${version}"`;
}

/** Whether an If-None-Match or If-Match header names this tag (RFC 9110, 13.1; weak tags count as equal). */
export function namesTag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

/** @throws Problem 428 without If-Match, 412 if what it names is no longer current. */
export function requireMatch(ifMatch: string | undefined, etag: string): void {
  if (ifMatch === undefined) {
    throw new Problem({ status: 428, code: 'PRECONDITION.REQUIRED', title: 'If-Match is missing', detail: 'Send the ETag of the version you have seen as If-Match' });
  }
  if (!namesTag(ifMatch, etag)) {
    throw new Problem({ status: 412, code: 'PRECONDITION.FAILED', title: 'It has changed in the meantime', detail: 'Read it again and repeat the change with its new ETag' });
  }
}
