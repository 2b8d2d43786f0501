import { Problem } from '@candor/http';
import { PAGE_HEADERS, type Asked, type NoticeKind } from '@candor/survey';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { LinkState } from '../answer-by-link/link-state.ts';

export const NOTICE_STATUS: Record<NoticeKind, number> = { unknown: 404, expired: 410, erased: 410, unavailable: 503 };

/** Programs ask for JSON; browsers, and whoever says nothing, get the page. */
export function wantsJson(request: FastifyRequest): boolean {
  const accept = request.headers.accept ?? '';
  return /\bapplication\/([\w.-]+\+)?json\b/i.test(accept) && !/\btext\/html\b/i.test(accept);
}

export function sendPage(reply: FastifyReply, status: number, html: string): FastifyReply {
  return reply.code(status).headers(PAGE_HEADERS).headers(status === 503 ? { 'retry-after': '2' } : {}).send(html);
}

export function sendJson(reply: FastifyReply, status: number, body: unknown): FastifyReply {
  return reply.code(status).header('content-type', 'application/json; charset=utf-8').header('cache-control', 'no-store').send(JSON.stringify(body));
}

/** The same for programs. */
export function noticeProblem(kind: NoticeKind): Problem {
  const status = NOTICE_STATUS[kind];
  const said = {
    unknown: { code: 'LINK.UNKNOWN', title: 'There is no such link' },
    expired: { code: 'LINK.EXPIRED', title: 'The time to answer is over' },
    erased: { code: 'RESPONSE.ERASED', title: 'This answer was erased' },
    unavailable: { code: 'LINK.BEHIND', title: 'Not available at the moment' },
  }[kind];
  return new Problem({ status, ...said });
}

/** What the link offers, as JSON. */
export function stateAsJson(asked: Asked, state: LinkState): Record<string, unknown> {
  const language = asked.messages.tag;
  if (state.kind !== 'answered') return { state: state.kind, language };
  const { answer, changeUntil, locked } = state;
  return {
    state: 'answered', language, id: answer.id, revision: answer.revision, score: answer.score, comment: answer.comment ?? null,
    contact: answer.consent?.contact ?? false, name: answer.consent?.name ?? false, locked: locked ?? null, changeUntil: changeUntil.toISOString(),
  };
}
