import type { z } from 'zod';
import type { FieldError } from '../problem/problem.ts';

/** What is wrong with `input`, by field. `root` names the input itself, for errors that concern no single field. */
export function fieldErrors(issues: readonly z.core.$ZodIssue[], input: unknown, root: string): FieldError[] {
  return issues.flatMap((issue) => errorsOf(issue, input, root));
}

/** `['customer', 'tags', 0]` is `customer.tags[0]`. */
export function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>((name, part) => (typeof part === 'number' ? `${name}[${part}]` : name ? `${name}.${String(part)}` : String(part)), '');
}

function errorsOf(issue: z.core.$ZodIssue, input: unknown, root: string): FieldError[] {
  const at = (path: readonly PropertyKey[]) => fieldName(path) || root;
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ field: at([...issue.path, key]), message: 'is not known here' }));
  if (issue.code === 'invalid_union') {
    const branch = branchThatWasMeant(issue.errors);
    if (branch) return fieldErrors(branch.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })), input, root);
  }
  if (valueAt(input, issue.path) === undefined) return [{ field: at(issue.path), message: 'is required' }];
  return [{ field: at(issue.path), message: messageOf(issue) }];
}

/** Of a union's branches, the one that failed inside: its outer shape fitted, so it is what the caller had in mind. */
function branchThatWasMeant(branches: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] | undefined {
  return branches.find((issues) => issues.length > 0 && issues.every(({ path, code }) => path.length > 0 || code === 'unrecognized_keys'));
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, part) => (value as Record<PropertyKey, unknown> | null | undefined)?.[part], input);
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.expected === 'int') return 'must be a whole number';
  return issue.message.replace(/^Invalid input: /, '');
}
