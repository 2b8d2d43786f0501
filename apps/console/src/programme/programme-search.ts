import { oneOf } from '../filters/search-string.ts';
import { withoutUndefined } from '../filters/selection.ts';

export const TABS = ['units', 'touchpoints', 'programmes', 'brands', 'keys'] as const;

export interface ProgrammeSearch {
  readonly tab?: (typeof TABS)[number];
}

export const parseProgrammeSearch = (search: Record<string, unknown>): ProgrammeSearch => withoutUndefined({ tab: oneOf(TABS, search['tab']) });
