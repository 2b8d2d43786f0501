import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errors, type Provider } from 'oidc-provider';
import { personOf } from './people.ts';
import { signInPage, staleSignInPage } from './sign-in-page.ts';

/** The page on which somebody says who they are: a button for each, or `login_hint`, which is believed straight away. */
export function signInRoutes(fastify: FastifyInstance, provider: Provider, path: string, demo: boolean): void {
  fastify.get(`${path}/:uid`, async (request, reply) => {
    const interaction = await interactionOf(provider, request, reply);
    if (!interaction) return reply.code(400).type('text/html; charset=utf-8').send(staleSignInPage());
    const { login_hint: hint } = interaction.params;
    const hinted = typeof hint === 'string' ? personOf(hint) : undefined;
    if (hinted) return finish(provider, request, reply, hinted.subject);
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(signInPage(`${path}/${interaction.uid}`, demo));
  });

  fastify.post<{ Body: { person?: string } }>(`${path}/:uid`, async (request, reply) => {
    const person = personOf(request.body?.person);
    if (!person || !(await interactionOf(provider, request, reply))) return reply.code(400).type('text/html; charset=utf-8').send(staleSignInPage());
    return finish(provider, request, reply, person.subject);
  });
}

/** The sign-in this browser is in the middle of; undefined if it has ended or belongs to another browser. */
async function interactionOf(provider: Provider, request: FastifyRequest, reply: FastifyReply) {
  try {
    return await provider.interactionDetails(request.raw, reply.raw);
  } catch (error) {
    if (error instanceof errors.SessionNotFound) return undefined;
    throw error;
  }
}

async function finish(provider: Provider, request: FastifyRequest, reply: FastifyReply, accountId: string): Promise<FastifyReply> {
  const next = await provider.interactionResult(request.raw, reply.raw, { login: { accountId, remember: false } });
  return reply.redirect(next, 303);
}
