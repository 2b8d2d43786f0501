import { oneOf, textOf } from '../filters/search-string.ts';
import { withoutUndefined } from '../filters/selection.ts';

/** The services that keep dead letters. */
export const SERVICES = ['dispatch', 'ingestion', 'scoring', 'alerting', 'reporting'] as const;
export type Service = (typeof SERVICES)[number];

export interface OperationsSearch {
  readonly service?: Service;
  readonly letter?: string;
}

export const parseOperationsSearch = (search: Record<string, unknown>): OperationsSearch =>
  withoutUndefined({ service: oneOf(SERVICES, search['service']), letter: textOf(search['letter']) });
