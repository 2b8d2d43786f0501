import { isProspect } from '@candor/contracts';
import type { Policy } from './policy.ts';
import type { Reason } from './reason.ts';

/** The survey that a segment gets, or why it is not asked (domain 2.7). */
export function surveyFor({ segments, survey }: Pick<Policy, 'segments' | 'survey'>, segment: string | undefined): { ok: true; survey: number } | { ok: false; reason: Reason } {
  if (isProspect(segment)) return { ok: false, reason: { code: 'PROSPECT', detail: 'prospects are not asked: the measure counts those who used the service' } };
  if (segments === null) return { ok: true, survey };
  const rule = segments.find((one) => one.segment === segment);
  if (rule) return { ok: true, survey: rule.survey };
  return { ok: false, reason: { code: 'SEGMENT', detail: segment === undefined ? 'the programme is for named segments, and that of the customer is not known' : `the programme is not for the segment "${segment}"` } };
}
