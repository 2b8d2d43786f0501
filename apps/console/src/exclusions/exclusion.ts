import type { FileProgress } from '../imports/use-file-import.ts';

export const EXCLUSION_REASONS = ['do-not-contact', 'litigation', 'minor', 'deceased'] as const;
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number];
export const EXCLUSION_KINDS = ['customer', 'email', 'phone'] as const;
export type ExclusionKind = (typeof EXCLUSION_KINDS)[number];

interface By {
  readonly id: string;
  readonly name: string;
}

/** An entry of the list of those who are never asked, from `GET /v1/exclusions`: of one customer, e-mail address or phone number. */
export interface Exclusion {
  readonly id: string;
  readonly customer?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly reason: ExclusionReason;
  readonly note: string;
  readonly addedBy: By;
  readonly addedAt: string;
  readonly removed?: { readonly by: By; readonly at: string; readonly note: string };
}

/** How far a file of exclusions has come, from `GET /v1/exclusions/imports/{id}`. */
export interface ExclusionImport extends FileProgress {
  readonly accepted: number;
  /** In force before, or earlier in the file. */
  readonly duplicates: number;
}

export const EXCLUSIONS_PATH = '/v1/exclusions';

/** Of whom an entry is. */
export const subjectOf = ({ customer, email, phone }: Exclusion): { kind: ExclusionKind; value: string } =>
  customer !== undefined ? { kind: 'customer', value: customer } : email !== undefined ? { kind: 'email', value: email } : { kind: 'phone', value: phone ?? '' };

/** What somebody typed is most likely to be, as a choice that they can change. */
export function kindOf(text: string): ExclusionKind {
  if (/^\S+@\S+$/.test(text.trim())) return 'email';
  return /^\+[\d\s().-]{6,}$/.test(text.trim()) ? 'phone' : 'customer';
}

/** The media type of a file by its name (browsers know neither well); null where it is none that is taken. */
export function mediaTypeOf(name: string): string | null {
  if (/\.csv$/i.test(name)) return 'text/csv';
  return /\.(ndjson|jsonl)$/i.test(name) ? 'application/x-ndjson' : null;
}
