import type { JsonSchema } from './json-schema.ts';

const BOUNDS: ReadonlyArray<readonly [keyword: string, narrower: (was: number, is: number) => boolean]> = [
  ['minimum', (was, is) => is > was],
  ['maximum', (was, is) => is < was],
  ['minLength', (was, is) => is > was],
  ['maxLength', (was, is) => is < was],
  ['minItems', (was, is) => is > was],
  ['maxItems', (was, is) => is < was],
];

/**
 * What in `current` would break a reader or the history of a published event: facts are kept for ever, so everything that was
 * valid stays valid, and everything that readers were promised stays there. Additions of optional fields are fine.
 * @returns one sentence per break, naming the path; empty when compatible.
 */
export function breakingChanges(published: JsonSchema, current: JsonSchema, path = 'data'): string[] {
  return [
    ...typeBreaks(published, current, path),
    ...valueBreaks(published, current, path),
    ...fieldBreaks(published, current, path),
    ...branchBreaks(published, current, path),
    ...(published.items && current.items ? breakingChanges(published.items, current.items, `${path}[]`) : []),
  ];
}

function typeBreaks(was: JsonSchema, is: JsonSchema, path: string): string[] {
  const lost = [was.type ?? []].flat().filter((type) => is.type !== undefined && ![is.type].flat().includes(type));
  return lost.map((type) => `${path} no longer takes ${type}`);
}

function valueBreaks(was: JsonSchema, is: JsonSchema, path: string): string[] {
  const breaks: string[] = [];
  for (const value of is.enum ? (was.enum ?? []) : []) if (!is.enum!.includes(value)) breaks.push(`${path} no longer takes ${JSON.stringify(value)}`);
  if (is.enum && !was.enum) breaks.push(`${path} is now limited to a list`);
  if (JSON.stringify(was.const) !== JSON.stringify(is.const)) breaks.push(`${path} is now another constant`);
  for (const keyword of ['pattern', 'format']) {
    if (is[keyword] !== undefined && is[keyword] !== was[keyword]) breaks.push(`${path} has another ${keyword}`);
  }
  for (const [keyword, narrower] of BOUNDS) {
    const after = is[keyword] as number | undefined;
    const before = was[keyword] as number | undefined;
    if (after !== undefined && (before === undefined || narrower(before, after))) breaks.push(`${path} has a narrower ${keyword}`);
  }
  return breaks;
}

function fieldBreaks(was: JsonSchema, is: JsonSchema, path: string): string[] {
  const breaks: string[] = [];
  for (const [name, before] of Object.entries(was.properties ?? {})) {
    const after = is.properties?.[name];
    if (!after) breaks.push(`${path}.${name} was removed`);
    else breaks.push(...breakingChanges(before, after, `${path}.${name}`));
    if (was.required?.includes(name) && !is.required?.includes(name)) breaks.push(`${path}.${name} is no longer promised`);
  }
  for (const name of is.required ?? []) if (!was.required?.includes(name)) breaks.push(`${path}.${name} is now required`);
  return breaks;
}

function branchBreaks(was: JsonSchema, is: JsonSchema, path: string): string[] {
  const before = was.anyOf ?? [];
  const after = is.anyOf ?? [];
  if (before.length === 0) return [];
  return before
    .filter((branch) => !after.some((candidate) => breakingChanges(branch, candidate, path).length === 0))
    .map((branch) => `${path} no longer takes one of its forms (${branch.type ?? 'object'})`);
}
