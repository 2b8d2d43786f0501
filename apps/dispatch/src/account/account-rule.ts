import type { Accounts } from '@candor/contracts';
import type { Reason } from '../decision/reason.ts';

/** How a firm stands whose people take turns (domain 2.9). */
export interface AccountStanding {
  id: string;
  /** Of its other people, within the days of the policy, by programmes of this kind. */
  asked: number;
  most: number;
  days: number;
}

/** Why nobody else of this account is asked now; null: somebody may be. */
export function accountReason({ id, asked, most, days }: AccountStanding): Reason | null {
  if (asked < most) return null;
  return { code: 'ACCOUNT_FREQUENCY', detail: `${asked} of the account ${id} were asked within ${days} ${days === 1 ? 'day' : 'days'}; at most ${most} are` };
}

/** The place of a role in the order in which people of an account are asked; who decides comes first, roles that are not named last. */
export function rankOf({ roles }: Pick<Accounts, 'roles'>, role: string | undefined): number {
  const place = role === undefined ? -1 : roles.findIndex((one) => one.toLowerCase() === role.toLowerCase());
  return place < 0 ? roles.length : place;
}
