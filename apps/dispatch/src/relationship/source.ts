const PREFIX = '/candor/relationship/';

/**
 * The identity of what a walk asks: one for each person and period, so that a replay finds what was decided. It names the random id of the person, since identities are kept for ever in facts
 * without personal data.
 */
export const identityOf = (programme: string, person: string, period: string): { source: string; id: string } => ({ source: PREFIX + programme, id: `${person}/${period}` });

/** Whether a walk asks, and not something that happened. */
export const isWalk = (source: string): boolean => source.startsWith(PREFIX);
