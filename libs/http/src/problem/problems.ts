import { Problem, type FieldError } from './problem.ts';

/** 400 that names each field that is wrong. */
export function invalidInput(errors: FieldError[], cause?: unknown): Problem {
  const detail = errors.map(({ field, message }) => `${field}: ${message}`).join('; ');
  return new Problem({ status: 400, code: 'INPUT.INVALID', title: 'The request is not valid', detail, errors, cause });
}

/** 404 of a thing that is not there, or that the principal may not know of. `what` as in "unit". */
export function notFound(what: string, key: string): Problem {
  return new Problem({ status: 404, code: `${what.toUpperCase()}.UNKNOWN`, title: `There is no such ${what}`, detail: `${what} "${key}" is not known` });
}

/** 401: nobody is signed in and no key or token was given. */
export function authenticationRequired(challenge = 'Bearer'): Problem {
  return new Problem({
    status: 401, code: 'AUTH.REQUIRED', title: 'Who is asking?', detail: 'Give an API key as "Authorization: Bearer <key>", or sign in',
    headers: { 'www-authenticate': challenge },
  });
}

/** 401: a key, token or session was given and is not valid (any more). */
export function authenticationFailed(detail: string, cause?: unknown, challenge = 'Bearer error="invalid_token"'): Problem {
  return new Problem({
    status: 401, code: 'AUTH.INVALID', title: 'That key or session is not valid', detail,
    headers: { 'www-authenticate': challenge }, cause,
  });
}

/** 403 that names the rights that are missing. */
export function forbidden(missing: readonly string[]): Problem {
  return new Problem({
    status: 403, code: 'AUTH.FORBIDDEN', title: 'The right for this is missing', detail: `This needs the right ${missing.map((scope) => `"${scope}"`).join(', ')}`,
    extensions: { missing },
  });
}

/**
 * 403 of what reaches beyond somebody's units: it is of all units, or is told in `errors`.
 * @param errors by field, where one is to blame
 */
export function beyondYourUnits(detail: string, errors: FieldError[] = []): Problem {
  return new Problem({ status: 403, code: 'UNIT.NOT_YOURS', title: 'This reaches beyond your units', detail, ...(errors.length > 0 ? { errors } : {}) });
}

/** 403 of units that a request names. Said of those that do not exist too: who is limited to units learns nothing of others. */
export function notYourUnits(named: readonly { field: string; unit: string }[]): Problem {
  const errors = named.map(({ field, unit }) => ({ field, message: `${unit} is not among your units` }));
  return beyondYourUnits(errors.map(({ message }) => message).join('; '), errors);
}

/** What is wrong with a field that names something which the catalogue does not know. `what` as in "unit". */
export function unknownKey(field: string, what: string, key: string): FieldError {
  return { field, message: `there is no ${what} "${key}"` };
}

/** 503 of something that should be tried again soon. */
export function unavailable(code: string, detail: string, cause?: unknown): Problem {
  return new Problem({ status: 503, code, title: 'Not available at the moment', detail, headers: { 'retry-after': '2' }, cause });
}
