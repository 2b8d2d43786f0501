/** What a request says of whoever sends it. */
export type Signs = Readonly<Record<string, string | string[] | undefined>>;

const ROBOT = /bot\b|crawl|spider|scan|preview|fetch|headless|monitor|curl|python|java\/|okhttp|safelinks|barracuda|proofpoint|mimecast/i;

/**
 * Whether it can be a person at a page of ours that says that it is being used. The page says so at the first touch, key or scroll, which programs that open links do without
 * (protocols of scanners differ; none types). What a browser says of itself must not contradict it.
 */
export function isPerson(headers: Signs): boolean {
  const said = (name: string): string => [headers[name] ?? ''].flat().join(' ');
  if (said('user-agent') === '' || ROBOT.test(said('user-agent'))) return false;
  if (/prefetch|prerender/i.test(`${said('purpose')} ${said('sec-purpose')} ${said('x-moz')}`)) return false;
  // Browsers of the last years say where a request comes from; nobody else's page speaks for ours.
  return ['', 'same-origin'].includes(said('sec-fetch-site'));
}
