import type { Literal } from './tokens.ts';

export const COMPARISONS = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** Functions that can be used, with the number of their arguments. */
export const PREDICATES = { contains: 2, startswith: 2, endswith: 2 } as const;
export const TRANSFORMS = { tolower: 1, toupper: 1, trim: 1, length: 1, year: 1, month: 1, day: 1 } as const;
export type Predicate = keyof typeof PREDICATES;
export type Transform = keyof typeof TRANSFORMS;

export type Operand =
  | { is: 'property'; name: string }
  | { is: 'literal'; literal: Literal }
  | { is: 'transform'; name: Transform; of: Operand };

export type Condition =
  | { is: 'and' | 'or'; left: Condition; right: Condition }
  | { is: 'not'; of: Condition }
  | { is: 'compare'; by: Comparison; left: Operand; right: Operand }
  | { is: 'in'; left: Operand; list: Operand[] }
  | { is: 'predicate'; name: Predicate; text: Operand; part: Operand }
  | { is: 'true'; of: Operand };
