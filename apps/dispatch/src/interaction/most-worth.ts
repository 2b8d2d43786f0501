/** Of one interaction or customer, in any currency: what is larger is a mistake, and would drown everybody else's in a sum. */
export const MOST_WORTH = 1e12;
