import { CUTS, type Cut } from '@candor/contracts';
import { oneOf, textOf } from '../filters/search-string.ts';

/** What answers are asked for by what they say, as in `GET /v1/responses`; `segment` there is that of the score. */
export const SAID = { channel: 'channel', product: 'product', servedBy: 'servedBy', customerSegment: 'segment', language: 'language', surveyVersion: 'surveyVersion', account: 'account' } as const satisfies Record<string, Cut>;
export type SaidName = keyof typeof SAID;
export const SAID_NAMES = Object.keys(SAID) as SaidName[];

export type SaidSearch = { readonly [name in SaidName]?: string } & {
  /** Those only that figures count by this cut. */
  readonly countedBy?: Cut;
  /** Those only that they do not: nothing was said, or it was not declared yet. */
  readonly notCountedBy?: Cut;
  /** The rest beside these. */
  readonly exceptUnit?: string;
  readonly exceptTouchpoint?: string;
};

export function parseSaid(search: Record<string, unknown>): { [K in keyof SaidSearch]: SaidSearch[K] | undefined } {
  return {
    ...Object.fromEntries(SAID_NAMES.map((name) => [name, textOf(search[name])])),
    countedBy: oneOf(CUTS, search['countedBy']), notCountedBy: oneOf(CUTS, search['notCountedBy']),
    exceptUnit: textOf(search['exceptUnit']), exceptTouchpoint: textOf(search['exceptTouchpoint']),
  };
}

/** The part of an address that opens all answers that say this. */
export function whoSay(cut: Cut, value: string): SaidSearch {
  const name = SAID_NAMES.find((one) => SAID[one] === cut)!;
  return { [name]: value.replaceAll(',', '\\,') };
}

/** The part that opens exactly the answers of a row of figures by a cut. @param value null: what was not recorded */
export const countedAs = (cut: Cut, value: string | null): SaidSearch => (value === null ? { notCountedBy: cut } : { ...whoSay(cut, value), countedBy: cut });

/** The values that an address names. */
export const valuesIn = (text: string): string[] => text.split(/(?<!\\),/).map((part) => part.replaceAll('\\,', ',').trim()).filter((part) => part !== '');
