import { inWords } from '../problems/sentences.ts';
import { detailOf, titleOf } from '../problems/wording.ts';

/** One field that the server refused. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

interface Said {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
}

/** What the server said was wrong (RFC 9457), or that it could not be reached: status 0, code `NETWORK`. Its texts are read in the language of the moment. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly #said: Said;

  constructor({ cause, ...said }: Said & { cause?: unknown }) {
    super(said.title, { cause });
    this.name = 'ApiProblem';
    this.status = said.status;
    this.code = said.code;
    this.#said = said;
    Object.defineProperty(this, 'message', { get: () => titleOf(said) });
  }

  get detail(): string | undefined {
    return detailOf(this.#said);
  }

  get errors(): readonly FieldError[] {
    return (this.#said.errors ?? []).map(({ field, message }) => ({ field, message: inWords(message) }));
  }

  /** The message for one field of a form, if the server named it or something within it (`quota.n`, `reminders[0].after`). */
  of(field: string): string | undefined {
    return this.errors.find((error) => error.field === field || error.field.startsWith(`${field}.`) || error.field.startsWith(`${field}[`))?.message;
  }

  /** The same for a form that is sent as one field of a body: `policy.sample` is its `sample`. */
  within(field: string): ApiProblem {
    const errors = (this.#said.errors ?? []).map((one) => ({ ...one, field: one.field.startsWith(`${field}.`) ? one.field.slice(field.length + 1) : one.field }));
    return new ApiProblem({ ...this.#said, errors, cause: this });
  }
}

/** Reads the body of a failed response; anything that is no problem document still becomes one. */
export function problemFrom(status: number, body: unknown): ApiProblem {
  const said = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
  const errors = Array.isArray(said['errors']) ? said['errors'].filter(isFieldError) : [];
  const detail = text(said['detail']);
  return new ApiProblem({
    status,
    code: text(said['code']) ?? `HTTP.${status}`,
    title: text(said['title']) ?? `HTTP ${status}`,
    ...(detail === undefined ? {} : { detail }),
    errors,
  });
}

function isFieldError(value: unknown): value is FieldError {
  const error = value as Partial<FieldError> | null;
  return typeof error === 'object' && error !== null && typeof error.field === 'string' && typeof error.message === 'string';
}
