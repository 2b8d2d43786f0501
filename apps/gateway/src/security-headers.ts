import type { FastifyInstance } from 'fastify';

/** For pages of our own: scripts from here only, shown in no frame. The component library writes styles into the page. */
export const ownPageHeaders = {
  'content-security-policy': [
    "default-src 'self'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "font-src 'self' data:", "connect-src 'self'",
    "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
};

/** What every answer carries unless its service has said otherwise. */
export function addSecurityHeaders(fastify: FastifyInstance, publicUrl: string): void {
  const defaults: [string, string][] = [
    ['x-content-type-options', 'nosniff'],
    // Addresses can hold tokens of respondents: other sites do not get to see them.
    ['referrer-policy', 'same-origin'],
    ['cache-control', 'no-store'],
    ...(publicUrl.startsWith('https:') ? [['strict-transport-security', 'max-age=31536000'] as [string, string]] : []),
  ];
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    for (const [name, value] of defaults) if (!reply.hasHeader(name)) reply.header(name, value);
    done(null, payload);
  });
}
