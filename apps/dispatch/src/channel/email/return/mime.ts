/** A part of a message, or the message itself: its header fields by lower-case name (of several, the first), and its body as it came. */
export interface Entity {
  fields: ReadonlyMap<string, string>;
  body: string;
}

const MOST_PARTS = 20;
/** Of a field: what is longer is meant to take our time. */
const LONGEST_FIELD = 2000;

/** @param raw octets as Latin-1, one character each */
export function readEntity(raw: string): Entity {
  const end = /\r?\n\r?\n/.exec(raw);
  return end ? { fields: readFields(raw.slice(0, end.index)), body: raw.slice(end.index + end[0].length) } : { fields: readFields(raw), body: '' };
}

/** Header fields, or the fields of a report, unfolded (RFC 5322, 2.2). Lines that are none are left out. */
export function readFields(block: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name, value] = /^([!-9;-~]+)[ \t]*:(.*)$/.exec(line) ?? [];
    if (name !== undefined && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), (value ?? '').trim().slice(0, LONGEST_FIELD));
  }
  return fields;
}

/** The type and the parameters of a Content-Type (RFC 2045, 5.1), names and type in lower case. */
export function contentType({ fields }: Entity): { type: string; parameters: ReadonlyMap<string, string> } {
  const value = fields.get('content-type') ?? 'text/plain';
  const parameters = [...value.matchAll(/;\s*([^\s=;]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]+))/g)];
  return {
    type: (value.split(';', 1)[0] ?? '').trim().toLowerCase(),
    parameters: new Map(parameters.map(([, name = '', quoted, plain]) => [name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? plain ?? ''])),
  };
}

/** The parts of a multipart entity. One whose end is missing is read as far as it goes. */
export function partsOf(entity: Entity): Entity[] {
  const boundary = contentType(entity).parameters.get('boundary');
  if (!boundary) return [];
  const line = new RegExp(`(?:^|\\r?\\n)--${boundary.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(--)?[ \\t]*(?=\\r?\\n|$)`);
  const parts: Entity[] = [];
  let rest = entity.body;
  for (let found = line.exec(rest); found && found[1] === undefined && parts.length < MOST_PARTS; found = line.exec(rest)) {
    rest = rest.slice(found.index + found[0].length).replace(/^\r?\n/, '');
    const end = line.exec(rest);
    parts.push(readEntity(end ? rest.slice(0, end.index) : rest));
    if (!end) break;
  }
  return parts;
}

/** What a part says. */
export function textOf({ fields, body }: Entity): string {
  switch (fields.get('content-transfer-encoding')?.toLowerCase()) {
    case 'base64': return Buffer.from(body, 'base64').toString('utf8');
    case 'quoted-printable': return Buffer.from(body.replace(/=[ \t]*\r?\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1').toString('utf8');
    default: return Buffer.from(body, 'latin1').toString('utf8');
  }
}
