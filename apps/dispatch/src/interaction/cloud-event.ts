import { interaction, interactionData, type InteractionData } from '@candor/contracts';
import { textErrors } from '@candor/http';
import { isWalk } from '../relationship/source.ts';
import { MOST_WORTH } from './most-worth.ts';

/** One interaction as it came, whatever its transport. (`source`, `id`) is its identity. */
export interface InteractionEvent {
  source: string;
  id: string;
  data: InteractionData;
}
export interface FieldError {
  field: string;
  message: string;
}
export type Read<T> = { ok: true; value: T } | { ok: false; errors: FieldError[] };

const ATTRIBUTE_NAME = /^[a-z0-9]{1,100}$/;
const PRINTABLE = /^[^\p{C}\p{Zl}\p{Zp}]+$/u;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i;
const JSON_MEDIA = /^application\/([\w.+-]+\+)?json\s*(;|$)/i;
const isUri = (text: string): boolean => PRINTABLE.test(text) && !/[\s<>"{}|\\^`]/.test(text) && URL.canParse(text, 'candor://here/');

/** What each attribute must be where it is given; null stands for absent (CloudEvents JSON format 2.2). */
const RULES: Record<string, { required: boolean; message: string; holds: (value: string) => boolean }> = {
  specversion: { required: true, message: 'must be "1.0"', holds: (value) => value === '1.0' },
  id: { required: true, message: 'must be 1 to 200 printable characters', holds: (value) => value.length <= 200 && PRINTABLE.test(value) },
  source: { required: true, message: 'must be a URI reference of 1 to 500 characters, and not one of Candor\'s own', holds: (value) => value.length <= 500 && isUri(value) && !isWalk(value) },
  type: { required: true, message: `must be "${interaction.type}"`, holds: (value) => value === interaction.type },
  subject: { required: false, message: 'must be printable and not empty', holds: (value) => PRINTABLE.test(value) },
  time: { required: false, message: 'must be an RFC 3339 time', holds: (value) => DATE_TIME.test(value) && !Number.isNaN(Date.parse(value)) },
  dataschema: { required: false, message: 'must be a URI', holds: isUri },
  datacontenttype: { required: false, message: 'must be a JSON media type', holds: (value) => JSON_MEDIA.test(value) },
};

/**
 * Checks the attributes and the data of one CloudEvent 1.0, and nothing about the catalogue.
 * @param attributes by their CloudEvents names, extensions included.
 * @param fieldPrefix what stands before every field named in an error, for example `[2].`.
 */
export function readEvent(attributes: Readonly<Record<string, unknown>>, data: unknown, fieldPrefix = ''): Read<InteractionEvent> {
  const errors = [...attributeErrors(attributes), ...(data === undefined ? [{ field: 'data', message: 'is required' }] : [])];
  const parsed = interactionData.safeParse(data);
  if (data !== undefined) {
    if (!parsed.success) errors.push(...parsed.error.issues.flatMap((issue) => issueErrors(issue, data)));
    if (parsed.success && (parsed.data.value?.amount ?? 0) > MOST_WORTH) errors.push({ field: 'data.value.amount', message: `must be at most ${MOST_WORTH}` });
    errors.push(...textErrors(data, 'data'));
  }
  if (errors.length > 0 || !parsed.success) return { ok: false, errors: errors.map((error) => ({ ...error, field: fieldPrefix + error.field })) };
  return { ok: true, value: { source: attributes['source'] as string, id: attributes['id'] as string, data: parsed.data } };
}

function attributeErrors(attributes: Readonly<Record<string, unknown>>): FieldError[] {
  const errors: FieldError[] = [];
  for (const [name, rule] of Object.entries(RULES)) {
    const value = attributes[name];
    if (value === undefined || value === null) {
      if (rule.required) errors.push({ field: name, message: 'is required' });
    } else if (typeof value !== 'string' || !rule.holds(value)) errors.push({ field: name, message: rule.message });
  }
  for (const [name, value] of Object.entries(attributes)) {
    if (name in RULES || value === null || value === undefined) continue;
    if (!ATTRIBUTE_NAME.test(name)) errors.push({ field: name, message: 'is no attribute: names are lower-case letters and digits' });
    else if (!isExtensionValue(value)) errors.push({ field: name, message: 'an extension must be a string, a boolean or a whole number' });
  }
  return errors;
}

const isExtensionValue = (value: unknown): boolean => typeof value === 'string' || typeof value === 'boolean' || Number.isSafeInteger(value);

interface Issue {
  code: string;
  path: PropertyKey[];
  message: string;
  keys?: string[];
}

/** Unknown fields are named one by one, not as a property of their parent. */
function issueErrors(issue: Issue, data: unknown): FieldError[] {
  const at = ['data', ...issue.path.map(String)].join('.');
  if (issue.code === 'unrecognized_keys') return (issue.keys ?? []).map((key) => ({ field: `${at}.${key}`, message: 'is not known here' }));
  const value = issue.path.reduce<unknown>((inner, part) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[part], data);
  return [{ field: at, message: value === undefined ? 'is required' : issue.message.replace(/^Invalid input: /, '') }];
}
