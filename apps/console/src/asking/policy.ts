import type { Channel, Cut, Quota, Reminder, Walk } from '@candor/contracts';
import type { Programme } from '../catalog/catalog.ts';

/** `share` in percent; days of the week from 1, Monday. */
export type WalkDraft = Omit<Walk, 'share' | 'days'> & { readonly share: number | string; readonly days: readonly number[] };
export interface AccountsDraft {
  readonly roles: readonly string[];
  readonly perAccount: number | string;
  readonly days: number | string;
}

/** The fields of a programme's form: all text or lists, as inputs hold them. */
export interface PolicyDraft {
  readonly name: string;
  readonly kind: Programme['kind'];
  readonly audience: Programme['audience'];
  readonly anonymous: boolean;
  /** Empty: everybody, with the programme's survey. */
  readonly segments: readonly { readonly segment: string; readonly survey: number | string }[];
  readonly survey: number | string;
  /** In percent. */
  readonly sample: number | string;
  readonly quota: { readonly n: number | string; readonly period: Quota['period']; readonly channels: readonly Channel[] } | null;
  /** In the order they are tried. */
  readonly channels: readonly Channel[];
  readonly walk: WalkDraft | null;
  readonly accounts: AccountsDraft | null;
  readonly demandsConsent: readonly Channel[];
  /** Empty: all that there are. */
  readonly languages: readonly string[];
  readonly reminders: readonly Reminder[];
  /** Both empty: no quiet hours. */
  readonly quietFrom: string;
  readonly quietTo: string;
  /** Both empty: calls are made whenever it is not quiet. */
  readonly callFrom: string;
  readonly callTo: string;
  /** Whose weekend and holy days hold; empty: those of the recipient's country. */
  readonly country: string;
  /** Days; empty for no limit. */
  readonly days: number | string;
  readonly priority: number | string;
  readonly expiry: string;
  readonly amendWindow: string;
  readonly caseDue: string;
  readonly leastN: number | string;
  readonly cuts: readonly Cut[];
}

export const newPolicy: PolicyDraft = {
  name: '', kind: 'transactional', audience: 'customers', anonymous: false, segments: [], survey: 1, sample: 100, quota: null, walk: null, accounts: null, channels: ['email'], demandsConsent: [], languages: [], reminders: [],
  quietFrom: '', quietTo: '', callFrom: '', callTo: '', country: '', days: 30, priority: 0, expiry: 'P30D', amendWindow: 'P7D', caseDue: 'P1D', leastN: 10, cuts: [],
};

/** Everybody once in a quarter, on working days; from the first of next month. */
export function newWalk(touchpoint: string, today: Date): WalkDraft {
  const from = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 1, 1)).toISOString().slice(0, 10);
  return { touchpoint, from, period: 'P90D', share: 100, days: [1, 2, 3, 4, 5], hours: { from: '09:00', to: '17:00' } };
}
export const newAccounts: AccountsDraft = { roles: [], perAccount: 3, days: 30 };

// 0.07 * 100 is 7.000000000000001: people typed 7.
const percentOf = (share: number): number => Number((share * 100).toPrecision(12));

export function draftOf({ sample, frequency, quietHours, callHours, segments, languages, reminders, quota, demandsConsent, calendar, walk, accounts, ...rest }: Programme): PolicyDraft {
  const { name, kind, audience, anonymous, channels, expiry, amendWindow, caseDue, leastN, priority, survey, cuts = [] } = rest;
  return {
    name, kind, audience, anonymous, channels, expiry, amendWindow, caseDue, leastN, priority, survey, cuts,
    segments: segments ?? [], languages: languages ?? [], reminders: reminders ?? [], quota: quota ?? null, demandsConsent: demandsConsent ?? [], country: calendar?.country ?? '',
    walk: walk ? { ...walk, share: percentOf(walk.share) } : null, accounts: accounts ?? null,
    sample: percentOf(sample), days: frequency?.days ?? '', quietFrom: quietHours?.from ?? '', quietTo: quietHours?.to ?? '', callFrom: callHours?.from ?? '', callTo: callHours?.to ?? '',
  };
}

/** What a PUT replaces the programme with. What the form does not show (what later releases add) stays as it was. */
export function contentOf(draft: PolicyDraft, before: Programme | null): Record<string, unknown> {
  const { sample, days, quietFrom, quietTo, callFrom, callTo, leastN, priority, survey, segments, languages, quota, country, walk, accounts, ...rest } = draft;
  const { key: _key, version: _version, changedAt: _changedAt, ...kept } = (before ?? {}) as Record<string, unknown>;
  return {
    ...kept, ...rest, sample: Number(sample) / 100, leastN: Number(leastN), priority: Number(priority), survey: Number(survey),
    segments: segments.length === 0 ? null : segments.map((one) => ({ segment: one.segment, survey: Number(one.survey) })),
    cuts: draft.anonymous ? [] : draft.cuts,
    languages: languages.length === 0 ? null : languages,
    quota: quota === null ? null : { ...quota, n: Number(quota.n) },
    walk: walk === null ? null : { ...walk, share: Number(walk.share) / 100 },
    accounts: accounts === null ? null : { ...accounts, perAccount: Number(accounts.perAccount), days: Number(accounts.days) },
    calendar: country === '' ? null : { country },
    frequency: days === '' ? null : { days: Number(days) },
    quietHours: quietFrom === '' && quietTo === '' ? null : { from: quietFrom, to: quietTo },
    callHours: callFrom === '' && callTo === '' ? null : { from: callFrom, to: callTo },
  };
}

/** One more channel. Nobody should be called at night because hours were not thought of: where none are given, those of the day are suggested with the first call. */
export const withChannel = ({ channels, callFrom, callTo }: Pick<PolicyDraft, 'channels' | 'callFrom' | 'callTo'>, channel: Channel): Partial<PolicyDraft> => ({
  channels: [...channels, channel], ...(channel === 'voice' && callFrom === '' && callTo === '' && { callFrom: '09:00', callTo: '20:00' }),
});

/** The list without or with one entry moved towards its beginning: the order of channels is the order in which they are tried. */
export function movedUp<T>(list: readonly T[], index: number): T[] {
  const moved = [...list];
  const [one] = moved.splice(index, 1);
  if (one !== undefined) moved.splice(Math.max(0, index - 1), 0, one);
  return moved;
}
