/** Why somebody is not to be asked at all (domain 9.3), the gravest last. */
export const EXCLUSION_REASONS = ['do-not-contact', 'litigation', 'minor', 'deceased'] as const;
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number];

/** What an entry of the list is about: a customer, or an address whoever uses it. */
export const EXCLUSION_KINDS = ['customer', 'email', 'phone'] as const;
export type ExclusionKind = (typeof EXCLUSION_KINDS)[number];

const WORDS: Record<ExclusionReason, string> = {
  'do-not-contact': 'is on the do-not-contact list',
  deceased: 'is recorded as deceased',
  minor: 'is recorded as a minor',
  litigation: 'is in litigation with the enterprise',
};

/** The code and the sentence by which a decision names the exclusion. */
export const exclusionReason = (reason: ExclusionReason): { code: string; detail: string } =>
  ({ code: reason.toUpperCase().replaceAll('-', '_'), detail: `the customer ${WORDS[reason]}` });
