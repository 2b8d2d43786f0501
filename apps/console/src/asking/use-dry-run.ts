import { useMutation } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import { localDay, presetRange, type Preset } from '../time/range.ts';
import type { DryRun } from './dry-run.ts';

/** Decides again about the interactions of a period as the draft would have; changes nothing. */
export function useDryRun(programme: string, content: () => Record<string, unknown>, period: Preset) {
  return useMutation<DryRun, Error, void>({
    mutationFn: () => call<DryRun>('/v1/decisions/dry-run', { method: 'POST', body: { programme, policy: content(), ...presetRange(period, localDay(new Date())) } }),
  });
}
