/** While a reminder waits to be sent an invitation counts as it did before. */
export const STANDS = "CASE WHEN i.status = 'issued' THEN i.follow_up ->> 'held' ELSE i.status END";

export const STAGES = ['delivered', 'opened', 'started', 'answered'] as const;
export type Stage = (typeof STAGES)[number];

/**
 * How far the invitation `i` of a decision `d` came, as conditions: the sums and the list mean the same by them.
 * @param anonymous the parameter with the programmes of which is not told who answered: theirs count as silent
 */
export const stagesBy = (anonymous: `$${number}`): Record<Stage, string> => {
  const told = `d.programme <> ALL (${anonymous}::text[])`;
  return {
    delivered: `${STANDS} = 'sent'`,
    opened: `i.opened_at IS NOT NULL AND ${told} AND d.outcome = 'invited'`,
    started: `i.started_at IS NOT NULL AND ${told} AND d.outcome = 'invited'`,
    answered: `i.answered AND ${told}`,
  };
};
