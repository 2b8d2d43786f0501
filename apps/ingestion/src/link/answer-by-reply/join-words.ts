import { LONGEST_COMMENT } from '@candor/survey';

/** Words that came in several messages, as one text: the next message goes on, it takes nothing back. What exceeds the longest comment is left out. */
export function joinWords(...parts: readonly (string | null | undefined)[]): string | undefined {
  const said = parts.filter((part): part is string => Boolean(part));
  return said.length === 0 ? undefined : said.join('\n').slice(0, LONGEST_COMMENT).toWellFormed();
}
