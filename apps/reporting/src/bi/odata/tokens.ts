import { badOption } from './odata-error.ts';

export type Token =
  | { kind: 'name' | 'punctuation'; text: string; at: number }
  | { kind: 'literal'; literal: Literal; at: number };

/** A literal of OData ABNF: `text` as SQL takes it. */
export type Literal =
  | { type: 'string' | 'date' | 'time' | 'guid'; text: string }
  | { type: 'integer' | 'decimal'; text: string }
  | { type: 'boolean'; text: 'true' | 'false' }
  | { type: 'null' };

const PATTERNS: readonly [RegExp, (match: string) => Token['kind'] | Literal][] = [
  [/'(?:[^']|'')*'/y, (match) => ({ type: 'string', text: match.slice(1, -1).replaceAll("''", "'") })],
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])/iy, (match) => ({ type: 'guid', text: match })],
  [/(?!0000)\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,12})?)?(?:Z|[+-]\d{2}:\d{2})(?!\w)/iy, (match) => ({ type: 'time', text: match })],
  [/(?!0000)\d{4}-\d{2}-\d{2}(?![\w-])/y, (match) => ({ type: 'date', text: match })],
  [/[+-]?\d+(?:\.\d+(?:e[+-]?\d+)?|e[+-]?\d+)(?!\w)/iy, (match) => ({ type: 'decimal', text: match })],
  [/[+-]?\d+(?![\w.])/y, (match) => ({ type: 'integer', text: match })],
  [/[A-Za-z_][\w.]*/y, (match) => (match === 'true' || match === 'false' ? { type: 'boolean', text: match } : match === 'null' ? { type: 'null' } : 'name')],
  [/[(),]/y, () => 'punctuation'],
];

/** @throws Problem 400 at the first place that is no token */
export function tokensOf(option: string, text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, at)) {
    const found = PATTERNS.map(([pattern, make]) => ({ match: matchAt(pattern, text, at), make })).find(({ match }) => match !== undefined);
    if (found?.match === undefined) throw badOption(option, `cannot be read at character ${at + 1}: ${text.slice(at, at + 20)}`);
    const made = found.make(found.match);
    if (typeof made === 'object') tokens.push({ kind: 'literal', literal: checked(option, made), at });
    else tokens.push({ kind: made as 'name' | 'punctuation', text: found.match, at });
    at += found.match.length;
  }
  return tokens;
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at += 1;
  return at;
}

/** PostgreSQL would answer a 30th of February with an error of its own. */
function checked(option: string, literal: Literal): Literal {
  const day = literal.type === 'date' || literal.type === 'time' ? literal.text.slice(0, 10) : undefined;
  if (day === undefined) return literal;
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day || Number.isNaN(Date.parse((literal as { text: string }).text))) {
    throw badOption(option, `${(literal as { text: string }).text} is not a date`);
  }
  return literal;
}
