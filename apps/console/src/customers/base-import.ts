import { useQueryClient } from '@tanstack/react-query';
import { useFileImport, type FileProgress } from '../imports/use-file-import.ts';

/** How far a file of customers has come, from `GET /v1/imports/{id}`. */
export interface BaseImport extends FileProgress {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly left: number;
}

/** Of a CSV file; a space after each, so that they wrap between names. */
export const COLUMNS = 'id, unit, name, email, phone, language, timeZone, segment, since, until, value, currency, account_id, account_name, account_role, consent_email, consent_sms, consent_voice, consent_marketing, consent_recording';

/** @param id of a file that was sent before: it is followed from wherever it is */
export function useBaseImport(id: string | undefined, onSent: (id: string) => void) {
  const queries = useQueryClient();
  return useFileImport<BaseImport>('/v1/customers/import', '/v1/imports', () => void queries.invalidateQueries({ queryKey: ['firms'] }), { id, onSent });
}
