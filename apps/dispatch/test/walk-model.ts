import { cohort, daysLeft, lastSpot, spotOf, type Period } from '../src/relationship/walk.ts';

export interface Walker {
  person: string;
  account?: string | undefined;
  /** Place of their role in the order of roles. */
  rank?: number;
}
interface Given {
  programme: string;
  schedule: { from: string; period: string; days: number[]; share?: number };
  perAccount?: number | undefined;
}

/** Who is asked on a day, in their order: what the database chooses, in so many words. Tests hold the two against each other. */
export function chosen({ programme, schedule, perAccount }: Given, period: Period, day: string, members: readonly Walker[], asked: ReadonlySet<string>): string[] {
  const limit = lastSpot(schedule.share ?? 1);
  const spot = (one: Walker): Buffer => spotOf(programme, period, perAccount !== undefined && one.account !== undefined ? `account ${one.account}` : one.person);
  const order = (a: Walker, b: Walker): number => Buffer.compare(spot(a), spot(b)) || (a.rank ?? 0) - (b.rank ?? 0) || (a.person < b.person ? -1 : 1);
  const first = (one: Walker): boolean => {
    if (perAccount === undefined || one.account === undefined) return true;
    const colleagues = members.filter(({ account }) => account === one.account);
    const before = colleagues.filter((other) => asked.has(other.person)).length;
    return colleagues.filter((other) => !asked.has(other.person)).sort(order).indexOf(one) < perAccount - before;
  };
  const waiting = members.filter((one) => !asked.has(one.person) && (limit === null || Buffer.compare(spot(one), limit) < 0) && first(one)).sort(order);
  return waiting.slice(0, cohort(waiting.length, daysLeft(schedule, day, period))).map(({ person }) => person);
}
