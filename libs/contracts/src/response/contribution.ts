import { z } from 'zod';
import { cut } from '../cut.ts';
import { rivalry } from './rivalry.ts';
import { externalId, instant, key, language, localDay, measure, messageNumber, selection } from '../vocabulary.ts';

/**
 * Where an answer (or an invitation) counts, frozen when it was recorded: later changes of the tree, the catalogue or the customer do not move it.
 * `path` runs from the root to the unit itself; `day` and `hour` are local to that unit.
 */
export const coordinates = z.object({
  programme: key,
  touchpoint: key,
  path: z.array(key).min(1),
  day: localDay,
  hour: z.int().min(0).max(23),
  channel: z.string().max(40),
  servedBy: externalId.optional(),
  product: z.string().max(200).optional(),
  segment: z.string().max(100).optional(),
  account: externalId.optional(),
  language: language.optional(),
  /** Version of the survey that was answered; absent for answers taken elsewhere. */
  survey: z.int().min(1).optional(),
  selection: selection.optional(),
  /** By what the programme kept its figures when this was recorded; absent: by nothing more. */
  cuts: z.array(cut).min(1).optional(),
});
export type Coordinates = z.infer<typeof coordinates>;

/** All that one answer adds to the figures. */
export const contribution = coordinates.extend({
  measure,
  /** Whole number within the measure's range; nps and enps: 0 to 10. */
  score: z.int().min(0).max(10),
  /** womi only: the answer to "how likely are you to discourage others?". */
  discourage: z.int().min(0).max(10).optional(),
  /** Absent where it says nothing of competitors. */
  rivalry: rivalry.optional(),
});
export type Contribution = z.infer<typeof contribution>;

/** The state of one answer after a change. `before` and `after` are null where it does (did) not count. */
export const responseChange = z.object({
  /** The response's id, unique in the installation. */
  id: externalId,
  /** 1 for `recorded`, one more with every change. */
  revision: z.int().min(1),
  before: contribution.nullable(),
  after: contribution.nullable(),
  answeredAt: instant,
  /** When this change was made. */
  changedAt: instant,
  invitation: z.uuid().optional(),
  /** Of the invitation's messages, the one that it came by. Absent: not known, or not told of an anonymous programme. */
  message: messageNumber.optional(),
  person: z.uuid().optional(),
  /** Why it was amended, excluded or reinstated. */
  reason: z.string().max(500).optional(),
  /** The respondent agreed to be contacted about this answer. */
  contactAllowed: z.boolean().optional(),
  /** They agreed that the person who served them sees their name. */
  nameAllowed: z.boolean().optional(),
});
export type ResponseChange = z.infer<typeof responseChange>;
