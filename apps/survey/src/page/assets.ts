import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Read once at start; the same path holds from `src/page` and from `dist/page`. */
const asset = (name: string): string => readFileSync(new URL(`../../assets/${name}`, import.meta.url), 'utf8').trim();

export const style = asset('page.css');
export const script = asset('enhance.js');

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * Headers that every page of the survey is sent with. The link's token is a key: no referrer, no cache and no index may keep it.
 * Only our own style and script run, known by their hash, so a comment that were ever to escape its quotes still could not.
 */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow',
};
