const PLACE = /\{\{(\w+)\}\}/g;

/**
 * Puts values in the places of a text.
 * @throws if a place has no value: a mail with a hole must not go out.
 */
export function fill(text: string, values: Readonly<Record<string, string>>, escape: (value: string) => string = (value) => value): string {
  return text.replace(PLACE, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The template needs a value for ${name}`);
    return escape(value);
  });
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escapeHtml = (value: string): string => value.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
