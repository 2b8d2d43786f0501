import type { Measure } from './vocabulary.ts';

/** Measures that surveys ask for; answers of the others are posted. */
export const ASKED_MEASURES = ['nps', 'enps'] as const satisfies readonly Measure[];

interface Asking {
  readonly audience: 'customers' | 'employees' | 'partners';
}

/** What the survey of a programme asks for: employees are asked whether they recommend working here (domain 4.5). Invitations and their answers are counted under it. */
export const askedMeasure = ({ audience }: Asking): (typeof ASKED_MEASURES)[number] => (audience === 'employees' ? 'enps' : 'nps');
