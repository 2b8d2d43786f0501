import { Problem } from '@candor/http';

/** An option that is wrong: 400. What OData knows and this service does not: 501. Nothing is ever ignored. */
export function badOption(option: string, message: string): Problem {
  return new Problem({ status: 400, code: 'ODATA.OPTION', title: 'That query option cannot be used', detail: `${option}: ${message}`, errors: [{ field: option, message }] });
}

export function notSupported(option: string, message: string): Problem {
  return new Problem({ status: 501, code: 'ODATA.NOT_SUPPORTED', title: 'That is not supported', detail: `${option}: ${message}`, errors: [{ field: option, message }] });
}
