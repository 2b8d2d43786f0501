/** What the words of an answer can be about. */
export type Subject = 'branch' | 'phone' | 'app';

export interface DemoTouchpoint {
  readonly key: string;
  readonly name: string;
  readonly programme: 'transactional' | 'contact-centre' | 'advisers' | 'relationship';
  /** In the total score. */
  readonly weight: number;
  /** After the event, until somebody is asked. */
  readonly delay: string;
  readonly subject: Subject;
  /** `branch`: at each branch; else the unit where it happens. */
  readonly where: 'branch' | 'call-centre' | 'digital';
  /** Answers on a full working day: at an average branch, or at the one unit. */
  readonly perDay: number;
  /** Shares of promoters and detractors on an ordinary day. */
  readonly promoters: number;
  readonly detractors: number;
  /** Hours of the day, local, in which it happens. */
  readonly hours: readonly [number, number];
}

export const TOUCHPOINTS: readonly DemoTouchpoint[] = [
  { key: 'branch-visit', name: 'Visit to a branch', programme: 'transactional', weight: 3, delay: 'PT0S', subject: 'branch', where: 'branch', perDay: 2.4, promoters: 0.56, detractors: 0.14, hours: [8, 17] },
  { key: 'adviser-meeting', name: 'Meeting with an adviser', programme: 'advisers', weight: 2, delay: 'PT0S', subject: 'branch', where: 'branch', perDay: 0.7, promoters: 0.64, detractors: 0.1, hours: [9, 17] },
  { key: 'cash-machine', name: 'Cash machine', programme: 'transactional', weight: 1, delay: 'PT0S', subject: 'branch', where: 'branch', perDay: 0.7, promoters: 0.45, detractors: 0.18, hours: [7, 22] },
  { key: 'account-opened', name: 'A week with a new account', programme: 'transactional', weight: 1, delay: 'P7D', subject: 'branch', where: 'branch', perDay: 0.3, promoters: 0.6, detractors: 0.12, hours: [9, 19] },
  { key: 'support-call', name: 'Call to support', programme: 'contact-centre', weight: 2, delay: 'PT0S', subject: 'phone', where: 'call-centre', perDay: 42, promoters: 0.47, detractors: 0.22, hours: [8, 21] },
  { key: 'complaint-answered', name: 'Complaint answered', programme: 'contact-centre', weight: 1, delay: 'PT0S', subject: 'phone', where: 'call-centre', perDay: 4, promoters: 0.3, detractors: 0.4, hours: [9, 18] },
  { key: 'mobile-app', name: 'Mobile app', programme: 'transactional', weight: 2, delay: 'PT0S', subject: 'app', where: 'digital', perDay: 32, promoters: 0.55, detractors: 0.16, hours: [6, 23] },
  { key: 'online-banking', name: 'Online banking', programme: 'transactional', weight: 1, delay: 'PT0S', subject: 'app', where: 'digital', perDay: 18, promoters: 0.5, detractors: 0.18, hours: [7, 23] },
  { key: 'year-with-us', name: 'A year with us', programme: 'relationship', weight: 1, delay: 'PT0S', subject: 'branch', where: 'branch', perDay: 0.4, promoters: 0.48, detractors: 0.17, hours: [9, 20] },
];

/** After a call people have the phone in their hand, and whoever was advised for an hour may be called; each falls back to e-mail, and whoever leaves a text unanswered gets a mail. Messages do not wait for the morning, since somebody watches; calls do. */
export const PROGRAMMES = [
  { key: 'contact-centre', name: 'Contact centre', kind: 'transactional', audience: 'customers', channels: ['sms', 'email'], frequency: { days: 30 }, quietHours: null, reminders: [{ after: 'PT3M', channel: 'next' }] },
  { key: 'advisers', name: 'Advisers', kind: 'transactional', audience: 'customers', channels: ['voice', 'email'], frequency: { days: 30 }, quietHours: null, callHours: { from: '09:00', to: '20:00' }, cuts: ['product', 'segment', 'channel', 'servedBy'] },
  { key: 'relationship', name: 'Yearly relationship', kind: 'relationship', audience: 'customers', frequency: { days: 365 }, priority: -1 },
] as const;
