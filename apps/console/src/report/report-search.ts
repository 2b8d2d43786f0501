import { textOf } from '../filters/search-string.ts';
import { withoutUndefined } from '../filters/selection.ts';

export interface ReportSearch {
  readonly programme?: string;
  readonly unit?: string;
}

export const parseReportSearch = (search: Record<string, unknown>): ReportSearch => withoutUndefined({ programme: textOf(search['programme']), unit: textOf(search['unit']) });
