/** A key made from a name, as the catalogue takes them; empty where the name has no Latin letters or digits (then people choose one). */
export function keyOf(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 63).replace(/-+$/, '');
}

/** Whether the catalogue would take it as a key. */
export const isKey = (text: string): boolean => /^[a-z0-9][a-z0-9-]{0,62}$/.test(text);
