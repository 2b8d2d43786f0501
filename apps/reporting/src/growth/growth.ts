import { SEGMENTS } from '@candor/contracts';

/** Customers by what they said last before the period, with what they brought before and since. */
export const GROUPS = [...SEGMENTS, 'unasked'] as const;
export interface GroupRow {
  segment: (typeof GROUPS)[number];
  /** Who brought something in the period before, and what. */
  customers: number;
  before: number;
  /** What those brought in this period. */
  kept: number;
  /** Who of them brought nothing any more, and what they had brought. */
  lost: number;
  lost_revenue: number;
  /** Of everybody in this period. */
  active: number;
  now: number;
  new_customers: number;
  new_revenue: number;
  /** Of the new: of whom is known whether they came by a recommendation, who did, and what those bring. */
  told: number;
  referred: number;
  referred_revenue: number;
  /** Whoever has brought something so far, in either period or earlier, and what they brought. */
  everybody: number;
  lifetime: number;
}

export interface Group {
  segment: GroupRow['segment'] | 'all';
  customers: number;
  revenue: { before: number; now: number };
  /** What the customers of the period before bring now, of what they brought then. */
  netRevenueRetention: number | null;
  /** Of those customers, who brings nothing any more; by heads, and by what they had brought. */
  churn: { customers: number; share: number | null; revenueShare: number | null };
  new: { customers: number; revenue: number; told: number; referred: number; referredRevenue: number };
  lifetimeValue: number | null;
}

/**
 * What growth customers brought about themselves (Reichheld): what those of before bring now, and what new ones bring who were recommended, of what was brought before, less 1. Whoever does not say how
 * they came counts as not recommended, so it is a floor. null where nothing was brought before, or where there are new customers and of none is known how they came.
 */
export function earnedGrowthOf({ revenue: { before }, netRevenueRetention, new: { customers, told, referredRevenue } }: Group): number | null {
  if (netRevenueRetention === null || (customers > 0 && told === 0)) return null;
  return netRevenueRetention + referredRevenue / before - 1;
}

export function groupsOf(rows: readonly GroupRow[]): { all: Group; data: Group[] } {
  const held = new Map(rows.map((row) => [row.segment, row]));
  const given = GROUPS.flatMap((segment) => held.get(segment) ?? []);
  return { all: groupOf('all', given), data: given.map((row) => groupOf(row.segment, [row])) };
}

function groupOf(segment: Group['segment'], rows: readonly GroupRow[]): Group {
  const sum = (name: Exclude<keyof GroupRow, 'segment'>): number => rows.reduce((total, row) => total + row[name], 0);
  const [customers, before, lost, everybody] = [sum('customers'), sum('before'), sum('lost'), sum('everybody')];
  return {
    segment, customers, revenue: { before, now: sum('now') }, netRevenueRetention: before === 0 ? null : sum('kept') / before,
    churn: { customers: lost, share: customers === 0 ? null : lost / customers, revenueShare: before === 0 ? null : sum('lost_revenue') / before },
    new: { customers: sum('new_customers'), revenue: sum('new_revenue'), told: sum('told'), referred: sum('referred'), referredRevenue: sum('referred_revenue') }, lifetimeValue: everybody === 0 ? null : sum('lifetime') / everybody,
  };
}
