import { inWords } from './sentences.ts';
import { textOf } from './text.ts';

interface Said {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail?: string | undefined;
}

/** What was refused, in the reader's language: by its code, else by its status, else in the words of the answer. */
export const titleOf = (said: Said): string => textOf(`refused.${said.code}.title`) ?? ofStatus(said.status, 'title') ?? said.title;

/** Why, and what to do: the sentence of the answer if it is a known one (it names who or which), else what is known of its code or status, else the answer's own words. */
export function detailOf({ status, code, detail }: Said): string | undefined {
  const said = detail === undefined ? undefined : inWords(detail);
  if (said !== detail) return said;
  const byCode = textOf(`refused.${code}.title`) !== undefined;
  return textOf(`refused.${code}.detail`) ?? (byCode ? undefined : ofStatus(status, 'detail')) ?? detail;
}

function ofStatus(status: number, part: 'title' | 'detail'): string | undefined {
  const kind = status === 0 ? 'network' : status === 403 ? 'forbidden' : status === 404 ? 'missing' : status >= 500 ? 'server' : undefined;
  return kind && textOf(`problem.${kind}.${part}`);
}
