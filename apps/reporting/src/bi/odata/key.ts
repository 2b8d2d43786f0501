import type { EdmType, EntitySet } from '../entity-sets/entity-set.ts';
import type { Condition } from './filter-ast.ts';
import { badOption } from './odata-error.ts';
import { tokensOf, type Literal, type Token } from './tokens.ts';

const LITERALS: Record<EdmType, readonly Literal['type'][]> = {
  'Edm.String': ['string'], 'Edm.Int32': ['integer'], 'Edm.Double': ['integer', 'decimal'], 'Edm.Boolean': ['boolean'], 'Edm.Date': ['date'], 'Edm.DateTimeOffset': ['time'], 'Edm.Guid': ['guid'],
};

/**
 * Reads what stands in the brackets of `Answers('a-1')` or `Scores(programme='transactional',...)` (OData 4.0, part 2, 4.3.1): every key
 * property once, or the value alone where there is one.
 * @throws Problem 400
 */
export function readKey(text: string, set: EntitySet): Condition {
  // `=` is no token of $filter, and inside quotes it is text: cut where it stands outside of them.
  const parts = text.split(/,(?=(?:[^']*'[^']*')*[^']*$)/).map((part) => /^\s*([A-Za-z_]\w*)\s*=(.*)$/s.exec(part)?.slice(1) ?? [set.key.length === 1 ? set.key[0]! : '', part]);
  const names = parts.map(([name]) => name!);
  if (names.length !== set.key.length || set.key.some((name) => !names.includes(name))) throw badOption('key', `of ${set.name} is ${set.key.join(', ')}`);
  const conditions = parts.map(([name, value]): Condition => ({ is: 'compare', by: 'eq', left: { is: 'property', name: name! }, right: { is: 'literal', literal: literalOf(name!, value!, set) } }));
  return conditions.reduce((left, right) => ({ is: 'and', left, right }));
}

function literalOf(name: string, value: string, set: EntitySet): Literal {
  const [token, ...rest]: (Token | undefined)[] = tokensOf('key', value);
  const { type } = set.columns[name]!;
  if (token?.kind !== 'literal' || rest.length > 0 || !LITERALS[type].includes(token.literal.type)) throw badOption('key', `${name} must be one value of type ${type}`);
  return token.literal;
}
