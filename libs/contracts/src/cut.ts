import { z } from 'zod';

/** By what a programme may keep its figures beside touchpoint, unit and time. */
export const CUTS = ['channel', 'product', 'servedBy', 'segment', 'language', 'surveyVersion', 'account'] as const;
export const cut = z.enum(CUTS);
export type Cut = z.infer<typeof cut>;

type Told = Readonly<Partial<Record<Exclude<Cut, 'surveyVersion'>, string>>> & { readonly survey?: number | undefined };

interface Declaring {
  readonly anonymous: boolean;
  readonly cuts?: readonly Cut[] | undefined;
}

/** By what an answer, or an invitation, of a programme is counted: frozen when it is recorded. In an anonymous programme by nothing more (domain 9.4). */
export const declaredCuts = ({ anonymous, cuts }: Declaring): { cuts?: Cut[] } => (anonymous || !cuts || cuts.length === 0 ? {} : { cuts: [...cuts] });

/** What an answer (or an invitation) says of a cut; undefined where it says nothing, or the cut is one of a later release. */
export function cutValueOf(name: Cut, at: Told): string | undefined {
  if (name === 'surveyVersion') return at.survey === undefined ? undefined : String(at.survey);
  const value = at[name];
  return typeof value === 'string' ? value : undefined;
}
