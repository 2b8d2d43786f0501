import { earnedGrowthOf, groupsOf, type GroupRow } from './growth.ts';

const row = (segment: GroupRow['segment'], more: Partial<GroupRow>): GroupRow => ({ segment, customers: 0, before: 0, kept: 0, lost: 0, lost_revenue: 0, active: 0, now: 0, new_customers: 0, new_revenue: 0, told: 0, referred: 0, referred_revenue: 0, everybody: 0, lifetime: 0, ...more });

test('what customers bring now is held against what the same ones brought before', () => {
  const { all, data } = groupsOf([
    row('detractor', { customers: 4, before: 400, kept: 100, lost: 3, lost_revenue: 300, now: 100, everybody: 4, lifetime: 2000 }), row('promoter', { customers: 2, before: 200, kept: 300, now: 300, everybody: 2, lifetime: 1600 }), row('unasked', { now: 50, new_customers: 1, new_revenue: 50, everybody: 1, lifetime: 50 }),
  ]);
  expect(data.map(({ segment, netRevenueRetention, churn }) => [segment, netRevenueRetention, churn.share])).toEqual([['promoter', 1.5, 0], ['detractor', 0.25, 0.75], ['unasked', null, null]]);
  expect(all).toMatchObject({ customers: 6, revenue: { before: 600, now: 450 }, netRevenueRetention: 400 / 600, churn: { customers: 3, share: 0.5, revenueShare: 0.5 }, new: { customers: 1, revenue: 50 } });
  expect([...data, all].map(({ lifetimeValue }) => lifetimeValue)).toEqual([800, 500, 50, 3650 / 7]);
});

test('growth is earned by those who stay and those who were recommended; where nobody says how they came, it is not known', () => {
  const earned = (more: Partial<GroupRow>) => earnedGrowthOf(groupsOf([row('promoter', { customers: 2, before: 200, kept: 190, now: 190, ...more })]).all);
  expect(earned({ new_customers: 3, new_revenue: 90, told: 2, referred: 1, referred_revenue: 30 })).toBeCloseTo(0.1, 9);
  expect(earned({ new_customers: 3, new_revenue: 90 })).toBeNull();
  expect(earned({})).toBeCloseTo(-0.05, 9);
  expect(earned({ before: 0, told: 1, new_customers: 1 })).toBeNull();
});
