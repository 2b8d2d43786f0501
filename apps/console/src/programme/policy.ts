import type { Programme } from '../catalog/catalog.ts';

/** The fields of a programme's form: all text or lists, as inputs hold them. */
export interface PolicyDraft {
  readonly name: string;
  readonly kind: Programme['kind'];
  readonly audience: Programme['audience'];
  readonly anonymous: boolean;
  readonly channels: readonly Programme['channels'][number][];
  /** In percent. */
  readonly sample: number | string;
  /** Days; empty for no limit. */
  readonly days: number | string;
  /** Both empty: no quiet hours. */
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly expiry: string;
  readonly amendWindow: string;
  readonly caseDue: string;
  readonly leastN: number | string;
  readonly priority: number | string;
}

export const newPolicy: PolicyDraft = {
  name: '', kind: 'transactional', audience: 'customers', anonymous: false, channels: ['email'], sample: 100, days: 30, quietFrom: '', quietTo: '',
  expiry: 'P30D', amendWindow: 'P7D', caseDue: 'P1D', leastN: 10, priority: 0,
};

export function draftOf({ sample, frequency, quietHours, ...rest }: Programme): PolicyDraft {
  const { name, kind, audience, anonymous, channels, expiry, amendWindow, caseDue, leastN, priority } = rest;
  return {
    name, kind, audience, anonymous, channels, expiry, amendWindow, caseDue, leastN, priority,
    // 0.07 * 100 is 7.000000000000001: people typed 7.
    sample: Number((sample * 100).toPrecision(12)), days: frequency?.days ?? '', quietFrom: quietHours?.from ?? '', quietTo: quietHours?.to ?? '',
  };
}

/** What a PUT replaces the programme with. What the form does not show (`survey`, and what later releases add) stays as it was. */
export function contentOf(draft: PolicyDraft, before: Programme | null): Record<string, unknown> {
  const { sample, days, quietFrom, quietTo, leastN, priority, ...rest } = draft;
  const { key: _key, version: _version, changedAt: _changedAt, ...kept } = (before ?? {}) as Record<string, unknown>;
  return {
    ...kept, ...rest, sample: Number(sample) / 100, leastN: Number(leastN), priority: Number(priority),
    frequency: days === '' ? null : { days: Number(days) },
    quietHours: quietFrom === '' && quietTo === '' ? null : { from: quietFrom, to: quietTo },
  };
}
