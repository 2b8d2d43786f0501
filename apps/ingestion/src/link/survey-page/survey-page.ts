import { CatalogCopy } from '@candor/catalog-copy';
import { isTransient } from '@candor/database';
import { parseBody, Problem } from '@candor/http';
import { messagesFor, messagesForHeader, renderNotice, renderSurvey, type Asked, type NoticeKind } from '@candor/survey';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { locked } from '../../response/refusals.ts';
import { AnswerByLink, type AskingProgramme } from '../answer-by-link/answer-by-link.ts';
import type { LinkState } from '../answer-by-link/link-state.ts';
import { submissionRequest } from '../answer-by-link/submission.ts';
import { FindLink } from '../find-link.ts';
import type { LinkEntity } from '../link.entity.ts';
import { askedOf } from './asked.ts';
import { NOTICE_STATUS, noticeProblem, sendJson, sendPage, stateAsJson, wantsJson } from './sending.ts';
import { answeredSurvey, messageOf, openSurvey, problemOnPage } from './survey-of.ts';

/** An invitation that was found, and what its page says around the question. */
interface Opened {
  readonly link: LinkEntity;
  readonly programme: AskingProgramme;
  readonly asked: Asked;
}

/** The respondent's page: shows what a link offers, and takes what is sent. Works with forms alone; errors are pages in the respondent's language. */
@Injectable()
export class SurveyPage {
  constructor(private readonly links: FindLink, private readonly answers: AnswerByLink, private readonly catalog: CatalogCopy) {}

  /** Changes nothing, whatever the query says. */
  show(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    return this.#opened(request, reply, async ({ link, programme, asked }) => {
      const state = await this.answers.stateOf(link, programme, new Date());
      return this.#showState(request, reply, asked, state, openSurvey({ score: (request.query as { score?: unknown }).score }));
    });
  }

  answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    return this.#opened(request, reply, async ({ link, programme, asked }) => {
      const now = new Date();
      try {
        const outcome = await this.answers.submit(link, programme, parseBody(submissionRequest, request.body ?? {}), { language: asked.messages.tag, message: asked.message ?? 0 }, now);
        if (outcome.kind === 'expired' || outcome.kind === 'erased') return this.#notice(request, reply, outcome.kind, asked);
        if (outcome.kind === 'locked') throw locked(outcome.because);
        if (!wantsJson(request)) return reply.code(303).header('location', pageAddress(asked)).header('cache-control', 'no-store').send();
        const state = await this.answers.stateOf(link, programme, now);
        return sendJson(reply, outcome.first ? 201 : 200, stateAsJson(asked, state));
      } catch (error) {
        if (!(error instanceof Problem) || error.status >= 500 || wantsJson(request)) throw error;
        return this.#refused(request, reply, { link, programme, asked }, error);
      }
    });
  }

  /** The form again, with what was wrong and what was sent. */
  async #refused(request: FastifyRequest, reply: FastifyReply, { link, programme, asked }: Opened, problem: Problem): Promise<FastifyReply> {
    const said = problemOnPage(problem, request.body);
    if (!said && problem.status === 400) throw problem;
    const state = await this.answers.stateOf(link, programme, new Date());
    const html = state.kind === 'answered' ? renderSurvey(asked, answeredSurvey(state, said)) : renderSurvey(asked, openSurvey(request.body, said));
    return sendPage(reply, problem.status, html);
  }

  async #opened(request: FastifyRequest, reply: FastifyReply, then: (opened: Opened) => Promise<FastifyReply>): Promise<FastifyReply> {
    const { token } = request.params as { token: string };
    const { lang, m } = request.query as { lang?: unknown; m?: unknown };
    const language = typeof lang === 'string' ? { lang } : {};
    const message = messageOf(m);
    const acceptLanguage = request.headers['accept-language'];
    try {
      const link = await this.links.find(token);
      if (!link) return this.#notice(request, reply, 'unknown');
      const programme = await this.answers.programmeOf(link);
      const asked = askedOf(this.catalog, link, programme, { token, ...language, ...(message !== undefined && { message }), ...(acceptLanguage !== undefined && { acceptLanguage }) });
      return await then({ link, programme, asked });
    } catch (error) {
      const away = isTransient(error) || (error instanceof Problem && error.status === 503);
      if (!away || wantsJson(request)) throw error;
      return this.#notice(request, reply, 'unavailable');
    }
  }

  #showState(request: FastifyRequest, reply: FastifyReply, asked: Asked, state: LinkState, open: ReturnType<typeof openSurvey>): FastifyReply {
    if (state.kind === 'expired' || state.kind === 'erased') return this.#notice(request, reply, state.kind, asked);
    if (wantsJson(request)) return sendJson(reply, 200, stateAsJson(asked, state));
    return sendPage(reply, 200, renderSurvey(asked, state.kind === 'open' ? open : answeredSurvey(state)));
  }

  #notice(request: FastifyRequest, reply: FastifyReply, kind: NoticeKind, asked?: Asked): FastifyReply {
    if (wantsJson(request)) throw noticeProblem(kind);
    const { lang } = request.query as { lang?: unknown };
    const messages = asked?.messages ?? (typeof lang === 'string' ? messagesFor(lang) : undefined) ?? messagesForHeader(request.headers['accept-language']);
    return sendPage(reply, NOTICE_STATUS[kind], renderNotice({ kind, messages }));
  }
}

const pageAddress = ({ path, chosen }: Asked): string => (chosen === undefined ? path : `${path}?lang=${chosen}`);
