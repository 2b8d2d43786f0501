import { Problem } from '@candor/http';
import { badOption } from './odata-error.ts';

export type Level = 'minimal' | 'none';

/**
 * How much metadata an answer carries. `$format` goes before Accept.
 * @throws Problem 406 where JSON is not wanted, 400 where the client speaks another version only
 */
export function metadataLevel(headers: Readonly<Record<string, string | string[] | undefined>>, format: unknown): Level {
  const most = headers['odata-maxversion'];
  if (most !== undefined && Number.parseFloat(String(most)) < 4) throw badOption('OData-MaxVersion', 'this service speaks 4.0');
  const wanted = format === undefined ? String(headers['accept'] ?? '') : String(format);
  if (format === undefined && (wanted === '' || wanted.includes('*/*'))) return levelOf(wanted);
  if (wanted === 'json' || /\bapplication\/(json|\*)/i.test(wanted)) return levelOf(wanted);
  throw new Problem({ status: 406, code: 'ODATA.FORMAT', title: 'There is no answer of that type', detail: 'This service answers in JSON; $metadata in XML' });
}

const levelOf = (wanted: string): Level => (/odata\.metadata=none/i.test(wanted) && !/odata\.metadata=(minimal|full)/i.test(wanted) ? 'none' : 'minimal');

/** `Prefer: odata.maxpagesize=100`, as a whole number between 1 and `most`. */
export function preferredPageSize(prefer: unknown, most: number): { size: number; applied: boolean } {
  const asked = /odata\.maxpagesize\s*=\s*"?(\d{1,9})/i.exec(String(prefer ?? ''))?.[1];
  const size = asked === undefined ? most : Math.min(most, Number(asked));
  return size > 0 ? { size, applied: asked !== undefined } : { size: most, applied: false };
}
