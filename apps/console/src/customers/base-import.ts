import { useFileImport, type FileProgress } from '../imports/use-file-import.ts';

/** How far a file of customers has come, from `GET /v1/imports/{id}`. */
export interface BaseImport extends FileProgress {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly left: number;
}

export const useBaseImport = () => useFileImport<BaseImport>('/v1/customers/import', '/v1/imports');
