import type { ApiProblem } from '../api/problem.ts';
import type { PolicyDraft } from './policy.ts';

/** What every group of a programme's form gets. */
export interface FieldsProps {
  readonly draft: PolicyDraft;
  readonly set: (change: Partial<PolicyDraft>) => void;
  /** What the catalogue, or the dry run, refused: said beside the fields that it names. */
  readonly problem: ApiProblem | null;
}

/** What the form shows; what is refused of anything else is said below it. */
export const FIELDS = [
  'name', 'kind', 'audience', 'anonymous', 'segments', 'survey', 'sample', 'quota', 'walk', 'accounts', 'channels', 'demandsConsent', 'languages', 'reminders', 'quietHours', 'callHours', 'calendar', 'frequency', 'priority',
  'expiry', 'amendWindow', 'caseDue', 'leastN', 'cuts',
] as const;

/** Whether all that was refused stands beside a field. */
export const isShownByFields = (problem: ApiProblem): boolean =>
  problem.errors.length > 0 && problem.errors.every(({ field }) => FIELDS.some((one) => field === one || field.startsWith(`${one}.`) || field.startsWith(`${one}[`)));
