import { useProgrammes } from '../catalog/catalog.ts';

/** Whether a programme is anonymous; undefined until that is known. Of such a one nothing is told that looks at single answers. */
export const useAnonymous = (programme: string): boolean | undefined => {
  const { data } = useProgrammes();
  return data && (data.find(({ key }) => key === programme)?.anonymous ?? false);
};
