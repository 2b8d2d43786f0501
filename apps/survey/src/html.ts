/** Markup that is safe to send: made only by the `html` tag, which escapes every value put into it. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Fragment = Html | string | number | false | null | undefined | readonly Fragment[];

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);
}

/**
 * Template tag for markup. Strings and numbers are escaped, `Html` is inserted as it is, arrays are joined,
 * `false`, `null` and `undefined` leave nothing (so that `condition && html`...`` reads well).
 */
export function html(parts: TemplateStringsArray, ...values: Fragment[]): Html {
  let text = parts[0]!;
  values.forEach((value, index) => {
    text += markup(value) + parts[index + 1]!;
  });
  return new Html(text);
}

/** A message with `{name}` places: the message and the values are escaped, and each value is isolated from the text's direction. */
export function phrase(message: string, values: Record<string, string | number> = {}): Html {
  const escaped = escapeHtml(message).replace(/\{(\w+)\}/g, (_place, name: string) => {
    const value = values[name];
    return value === undefined ? '' : `<bdi>${escapeHtml(String(value))}</bdi>`;
  });
  return new Html(escaped);
}

/** The same for places that take no markup (`<title>`, attributes): isolated by Unicode's FSI and PDI. */
export function plainPhrase(message: string, values: Record<string, string | number> = {}): string {
  return message.replace(/\{(\w+)\}/g, (_place, name: string) => {
    const value = values[name];
    return value === undefined ? '' : `\u2068${value}\u2069`;
  });
}

function markup(value: Fragment): string {
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(markup).join('');
  if (value === false || value === null || value === undefined) return '';
  return escapeHtml(String(value));
}
