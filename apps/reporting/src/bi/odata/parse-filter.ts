import { COMPARISONS, PREDICATES, TRANSFORMS, type Comparison, type Condition, type Operand, type Predicate, type Transform } from './filter-ast.ts';
import { badOption, notSupported } from './odata-error.ts';
import { tokensOf, type Token } from './tokens.ts';

const MAX_DEPTH = 50;
const MAX_TOKENS = 1000;

/**
 * Reads `$filter` (OData 4.0, part 2, 5.1.1): and, or, not, eq, ne, gt, ge, lt, le, in, and the functions named in the syntax tree.
 * @throws Problem 400 where it is wrong, 501 where OData allows more than this
 */
export function parseFilter(text: string): Condition {
  return new Parser(text).whole();
}

class Parser {
  readonly #tokens: Token[];
  #next = 0;
  #depth = 0;

  constructor(text: string) {
    this.#tokens = tokensOf('$filter', text);
    if (this.#tokens.length > MAX_TOKENS) throw badOption('$filter', 'is too long');
  }

  whole(): Condition {
    const condition = this.#or();
    const left = this.#tokens[this.#next];
    if (left) throw this.#unexpected(left);
    return condition;
  }

  #or(): Condition {
    return this.#deeper(() => {
      let left = this.#and();
      while (this.#takes('or')) left = { is: 'or', left, right: this.#and() };
      return left;
    });
  }

  #and(): Condition {
    let left = this.#unary();
    while (this.#takes('and')) left = { is: 'and', left, right: this.#unary() };
    return left;
  }

  #unary(): Condition {
    if (this.#takes('not')) return this.#deeper(() => ({ is: 'not', of: this.#unary() }));
    if (this.#takes('(')) {
      const inner = this.#or();
      this.#expects(')');
      return inner;
    }
    return this.#comparison();
  }

  #comparison(): Condition {
    const name = this.#word();
    if (name !== undefined && Object.hasOwn(PREDICATES, name) && this.#isCall()) return this.#predicate(name as Predicate);
    const left = this.#operand();
    if (this.#takes('in')) return { is: 'in', left, list: this.#list() };
    const by = this.#word();
    if (by !== undefined && (COMPARISONS as readonly string[]).includes(by)) {
      this.#next += 1;
      return { is: 'compare', by: by as Comparison, left, right: this.#operand() };
    }
    if (by !== undefined && /^(add|sub|mul|div|divby|mod|has)$/.test(by)) throw notSupported('$filter', `the operator ${by}`);
    return { is: 'true', of: left };
  }

  #predicate(name: Predicate): Condition {
    this.#next += 2;
    const text = this.#operand();
    this.#expects(',');
    const part = this.#operand();
    this.#expects(')');
    // Some tools write `contains(name,'x') eq true`.
    const negated = this.#takesTruth();
    const condition: Condition = { is: 'predicate', name, text, part };
    return negated ? { is: 'not', of: condition } : condition;
  }

  /** `eq true` or `ne false` after a condition; @returns whether it turns the condition round */
  #takesTruth(): boolean {
    const by = this.#word();
    const literal = this.#tokens[this.#next + 1];
    if ((by !== 'eq' && by !== 'ne') || literal?.kind !== 'literal' || literal.literal.type !== 'boolean') return false;
    this.#next += 2;
    return (by === 'eq') !== (literal.literal.text === 'true');
  }

  #operand(): Operand {
    const token = this.#tokens[this.#next];
    if (!token) throw badOption('$filter', 'ends too early');
    if (token.kind === 'literal') {
      this.#next += 1;
      return { is: 'literal', literal: token.literal };
    }
    if (token.kind === 'punctuation') throw this.#unexpected(token);
    if (!this.#isCall()) {
      this.#next += 1;
      return { is: 'property', name: token.text };
    }
    if (!Object.hasOwn(TRANSFORMS, token.text)) throw notSupported('$filter', `the function ${token.text}`);
    this.#next += 2;
    const of = this.#deeper(() => this.#operand());
    this.#expects(')');
    return { is: 'transform', name: token.text as Transform, of };
  }

  #list(): Operand[] {
    this.#expects('(');
    const list = [this.#operand()];
    while (this.#takes(',')) list.push(this.#operand());
    this.#expects(')');
    return list;
  }

  #isCall(): boolean {
    const after = this.#tokens[this.#next + 1];
    return after?.kind === 'punctuation' && after.text === '(' && this.#word() !== undefined;
  }

  #word(): string | undefined {
    const token = this.#tokens[this.#next];
    return token?.kind === 'name' ? token.text : undefined;
  }

  #takes(text: string): boolean {
    const token = this.#tokens[this.#next];
    if (!token || token.kind === 'literal' || token.text !== text) return false;
    this.#next += 1;
    return true;
  }

  #expects(text: string): void {
    if (this.#takes(text)) return;
    const token = this.#tokens[this.#next];
    throw token ? this.#unexpected(token, text) : badOption('$filter', `ends too early: ${text} is missing`);
  }

  #unexpected(token: Token, instead?: string): Error {
    const shown = token.kind === 'literal' ? 'a value' : token.text;
    return badOption('$filter', `${shown} at character ${token.at + 1} is not expected${instead ? `: ${instead} is missing` : ''}`);
  }

  #deeper<T>(read: () => T): T {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw badOption('$filter', 'is nested too deeply');
    const result = read();
    this.#depth -= 1;
    return result;
  }
}
