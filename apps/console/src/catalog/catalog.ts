import { askedMeasure, type Accounts, type Channel, type Cut, type Quota, type Reminder, type SegmentRule, type Walk } from '@candor/contracts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call } from '../api/client.ts';
import { allOf, type Page } from '../api/page.ts';
import { useLanguage } from '../i18n/language.ts';
import { forest, type Unit, type UnitNode } from './tree.ts';

export interface Touchpoint {
  readonly key: string;
  readonly name: string;
  readonly programme: string;
  /** Today. */
  readonly weight: number;
  /** From which local day on each held or will hold; null: since ever. */
  readonly weights: readonly { readonly weight: number; readonly from: string | null }[];
  readonly delay: string;
}

export interface Programme {
  readonly key: string;
  /** By what figures are kept beside touchpoint, unit and time; absent: by nothing more. */
  readonly cuts?: readonly Cut[];
  /** Of the policy; decisions name it. */
  readonly version: number;
  readonly changedAt: string;
  readonly name: string;
  readonly kind: 'transactional' | 'relationship' | 'benchmark';
  readonly audience: 'customers' | 'employees' | 'partners';
  readonly anonymous: boolean;
  /** In the order they are tried. */
  readonly channels: readonly Channel[];
  readonly sample: number;
  readonly frequency: { readonly days: number } | null;
  readonly quietHours: { readonly from: string; readonly to: string } | null;
  /** Within which calls are made; null: quiet hours only hold for them. */
  readonly callHours?: { readonly from: string; readonly to: string } | null;
  readonly priority: number;
  readonly expiry: string;
  readonly amendWindow: string;
  readonly leastN: number;
  readonly caseDue: string;
  readonly survey: number;
  /** With the survey for each; null: all, with `survey`. */
  readonly segments?: readonly SegmentRule[] | null;
  readonly languages?: readonly string[] | null;
  readonly reminders?: readonly Reminder[];
  readonly quota?: Quota | null;
  /** Channels on which silence is no consent. */
  readonly demandsConsent?: readonly Channel[];
  readonly calendar?: { readonly country: string } | null;
  /** Of a relationship programme: everybody once per period. */
  readonly walk?: Walk | null;
  /** Where customers are firms. */
  readonly accounts?: Accounts | null;
}

const list = <T>(path: string, signal: AbortSignal): Promise<T[]> => allOf((cursor) => call<Page<T>>(path, { query: { limit: 1000, cursor }, signal }));
const catalogQuery = <T>(kind: 'units' | 'touchpoints' | 'programmes') => ({
  queryKey: ['catalog', kind],
  queryFn: ({ signal }: { signal: AbortSignal }) => list<T>(`/v1/${kind}`, signal),
  staleTime: 60_000,
});

export const useUnits = () => useQuery(catalogQuery<Unit>('units'));
export const useTouchpoints = () => useQuery(catalogQuery<Touchpoint>('touchpoints'));
export const useProgrammes = () => useQuery(catalogQuery<Programme>('programmes'));

/** The open units as a tree, in the reader's order; undefined while they load. */
export function useUnitTree(): UnitNode[] | undefined {
  const { language } = useLanguage();
  const { data } = useUnits();
  return useMemo(() => data && forest(data.filter((unit) => !unit.closedAt), language), [data, language]);
}

/** What the programme's survey asks for; until that is known, what customers are asked. */
export function useAskedMeasure(programme: string): ReturnType<typeof askedMeasure> {
  const found = useProgrammes().data?.find(({ key }) => key === programme);
  return found ? askedMeasure(found) : 'nps';
}

/** Names for keys, falling back to the key itself: a figure never waits for a name. */
export function useNames() {
  const units = useUnits().data;
  const touchpoints = useTouchpoints().data;
  const programmes = useProgrammes().data;
  return useMemo(() => {
    const lookup = (entries: readonly { key: string; name: string }[] | undefined) => {
      const names = new Map(entries?.map((entry) => [entry.key, entry.name]));
      return (key: string): string => names.get(key) ?? key;
    };
    const zones = new Map(units?.map((unit) => [unit.key, unit.timeZone]));
    return { unit: lookup(units), touchpoint: lookup(touchpoints), programme: lookup(programmes), zone: (key: string): string | undefined => zones.get(key) };
  }, [units, touchpoints, programmes]);
}
