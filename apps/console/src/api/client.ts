import { ApiProblem, problemFrom } from './problem.ts';
import { withQuery, type Query } from './query.ts';

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly query?: Query;
  readonly body?: unknown;
  readonly contentType?: string;
  /** The tag of what is to be changed: refused (412) if it has changed since. */
  readonly ifMatch?: string;
  readonly signal?: AbortSignal;
}

/**
 * One call to the gateway, on the console's own origin and with its session cookie.
 * @throws ApiProblem for any answer that is not 2xx, and when nothing answers.
 */
export async function call<T>(path: string, { method = 'GET', query, body, contentType = 'application/json', ifMatch, signal }: Call = {}): Promise<T> {
  const response = await reach(withQuery(path, query), {
    method,
    credentials: 'same-origin',
    headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': contentType }), ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
  const text = await response.text();
  const parsed = text === '' ? undefined : parse(text);
  if (!response.ok) throw problemFrom(response.status, parsed);
  return parsed as T;
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new ApiProblem({ status: 0, code: 'NETWORK', title: 'No connection', cause });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
