export interface FieldError {
  /** Path from the body's or query's root: `customer.email`, `placements[0].parent`. */
  field: string;
  message: string;
}

export interface ProblemOptions {
  status: number;
  /** Stable and meant for programs: `RESPONSE.LOCKED`. */
  code: string;
  /** What kind of thing went wrong, the same for every occurrence. */
  title: string;
  /** What went wrong this time and, where possible, what to do. */
  detail?: string;
  errors?: FieldError[];
  /** Headers of the answer, for example `www-authenticate`. */
  headers?: Record<string, string>;
  /** More members of the answer (RFC 9457, 3.2). */
  extensions?: Record<string, unknown>;
  cause?: unknown;
}

/** An error that is answered as `application/problem+json` (RFC 9457). */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string | undefined;
  readonly errors: FieldError[] | undefined;
  readonly headers: Record<string, string>;
  readonly extensions: Record<string, unknown>;

  constructor({ status, code, title, detail, errors, headers, extensions, cause }: ProblemOptions) {
    super(detail ?? title, cause === undefined ? undefined : { cause });
    this.status = status;
    this.code = code;
    this.title = title;
    this.detail = detail;
    this.errors = errors;
    this.headers = headers ?? {};
    this.extensions = extensions ?? {};
  }

  /** The body of the answer. */
  toJSON(): Record<string, unknown> {
    return {
      type: `urn:candor:problem:${this.code}`,
      title: this.title,
      status: this.status,
      code: this.code,
      ...(this.detail === undefined ? {} : { detail: this.detail }),
      ...(this.errors === undefined ? {} : { errors: this.errors }),
      ...this.extensions,
    };
  }
}
