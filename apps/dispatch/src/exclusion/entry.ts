import { externalId } from '@candor/contracts';
import { fieldErrors, strictly, textErrors, type FieldError } from '@candor/http';
import { z } from 'zod';
import { addressKey, usableEmail, usablePhone } from '../person/address.ts';
import { EXCLUSION_KINDS, EXCLUSION_REASONS, type ExclusionKind, type ExclusionReason } from './exclusion.ts';

const note = z.string().trim().min(1, 'is required: say why, for the record').max(500);

/** One entry of the list: one of customer, e-mail address or phone number. */
export const entryRequest = z.object({
  customer: externalId.optional().meta({ description: 'The customer\'s id as the enterprise gives it' }),
  email: z.string().max(320).optional().meta({ description: 'Holds for the address, whoever uses it' }),
  phone: z.string().max(40).optional().meta({ description: 'With the country code' }),
  reason: z.enum(EXCLUSION_REASONS),
  note: note.meta({ description: 'Why, in words: it stays with the record' }),
});
export const entryExample = { customer: 'C-1042', reason: 'deceased', note: 'Letter of the family, 2026-11-20' } as const;
const strictEntry = strictly(entryRequest);

/** Of a CSV file. */
export const COLUMNS = ['customer', 'email', 'phone', 'reason', 'note'];

/** Said once for all rows of a file that do not say it themselves. */
export const fileQuery = z.object({ reason: z.enum(EXCLUSION_REASONS).optional(), note: note.optional() });

export interface Entry {
  kind: ExclusionKind;
  /** In the form in which it is compared. */
  value: string;
  reason: ExclusionReason;
  note: string;
}

/** Reads one entry, as posted or as a row of a file; empty cells of a row are as good as none. */
export function readEntry(given: unknown, defaults: z.infer<typeof fileQuery> = {}): { ok: true; entry: Entry } | { ok: false; errors: FieldError[] } {
  const input = given !== null && typeof given === 'object' && !Array.isArray(given) ? { ...defaults, ...withoutEmpty(given) } : given;
  const unstorable = textErrors(input, '');
  if (unstorable.length > 0) return { ok: false, errors: unstorable };
  const parsed = strictEntry.safeParse(input);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error.issues, input, 'body') };
  const { reason, note: why } = parsed.data;
  const named = EXCLUSION_KINDS.filter((kind) => parsed.data[kind] !== undefined);
  const [kind] = named;
  if (kind === undefined) return wrong('customer', 'is required: name a customer, an email or a phone');
  if (named.length > 1) return wrong(named[1]!, 'is one too many: name a customer, an email or a phone, each in an entry of its own');
  const value = comparable(kind, parsed.data[kind]!);
  if (value === null) return wrong(kind, kind === 'email' ? 'is not an e-mail address' : 'is not a phone number with a country code');
  return { ok: true, entry: { kind, value, reason, note: why } };
}

/** What is given, in the form in which it is stored; null if it is no address. */
export function comparable(kind: ExclusionKind, given: string): string | null {
  if (kind === 'customer') return given;
  const address = kind === 'email' ? usableEmail(given) : usablePhone(given);
  return address === null ? null : addressKey(address);
}

const wrong = (field: string, message: string): { ok: false; errors: FieldError[] } => ({ ok: false, errors: [{ field, message }] });
const withoutEmpty = (row: object): object => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ''));
