/** Keys whose values never reach a log, at the top of an entry and up to two levels below. */
const SECRET_KEYS = [
  'authorization', 'cookie', '"set-cookie"', 'password', 'secret', 'token', 'apiKey', 'email', 'phone',
].flatMap((key) => {
  const dotted = key.startsWith('"') ? `[${key}]` : `.${key}`;
  return [dotted.replace(/^\./, ''), `*${dotted}`, `*.*${dotted}`];
});

export const redactPaths: string[] = SECRET_KEYS;

const PATTERNS: readonly [RegExp, string][] = [
  [/[^\s"'<>@\\/:=,;()[\]{}]+@[^\s"'<>@\\/:,;()[\]{}]+\.[^\s"'<>@\\/:,;()[\]{}]+/g, '[email]'],
  [/\b(Bearer|Basic) +[A-Za-z0-9._~+/=-]+/gi, '$1 [redacted]'],
  [/\beyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\.[A-Za-z0-9_.-]+/g, '[token]'],
  [/\bck_[A-Za-z0-9_-]{16,}/g, '[key]'],
  // The links of respondents are credentials: whoever has one can answer.
  [/(\/[ru]\/)[A-Za-z0-9_-]{8,}/g, '$1[token]'],
];

/** Takes addresses and credentials out of a log line, wherever in a message, an error or a URL they stand. */
export function redact(line: string): string {
  let clean = line;
  for (const [pattern, replacement] of PATTERNS) clean = clean.replace(pattern, replacement);
  return clean;
}
