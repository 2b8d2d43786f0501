/** Keeps cookies as a browser does (by name and path), and follows redirects. */
export class Browser {
  readonly cookies = new Map<string, { value: string; path: string }>();

  /** One request, without following. */
  async send(url: string, init: RequestInit = {}): Promise<Response> {
    const { pathname, origin } = new URL(url);
    const cookie = [...this.cookies].filter(([, { path }]) => pathname.startsWith(path)).map(([name, { value }]) => `${name.split('|')[1]}=${value}`).join('; ');
    const response = await fetch(url, { redirect: 'manual', ...init, headers: { ...(cookie ? { cookie } : {}), ...init.headers } });
    for (const line of response.headers.getSetCookie()) this.#keep(origin, line);
    return response;
  }

  /** Follows redirects to the end, or to where the address matches `until`. */
  async open(url: string, until?: RegExp): Promise<{ url: string; response: Response }> {
    let next = url;
    for (let hop = 0; hop < 12; hop++) {
      if (until?.test(next)) return { url: next, response: new Response() };
      const response = await this.send(next);
      const location = response.headers.get('location');
      if (location === null) return { url: next, response };
      next = new URL(location, next).href;
    }
    throw new Error('too many redirects');
  }

  #keep(origin: string, line: string): void {
    const [pair, ...attributes] = line.split(/;\s*/);
    const [name, ...value] = pair!.split('=');
    const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice(5) ?? '/';
    const key = `${origin}|${name}`;
    if (attributes.some((attribute) => /^(max-age=0|expires=Thu, 01 Jan 1970)/i.test(attribute))) this.cookies.delete(key);
    else this.cookies.set(key, { value: value.join('='), path });
  }
}
