import { Describe, Public } from '@candor/http';
import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { submissionRequest } from '../answer-by-link/submission.ts';
import { SurveyPage } from './survey-page.ts';

const REASON = 'the respondent has no account: the link itself is the right to answer one invitation';
const token = { token: { description: 'From the invitation', example: 'Vt0cJm1xT2mYbq0n' } };

@Controller('/r/:token')
export class SurveyPageController {
  constructor(private readonly page: SurveyPage) {}

  @Get()
  @Public(REASON)
  @Describe({
    summary: 'The respondent\'s page', description: '`?score=9` only preselects: mail scanners follow links. `?lang=` changes the language; `?m=1` in the links of a reminder says which one led here. With `Accept: application/json` the state as JSON.',
    params: token,
    answers: { 200: { description: 'The question, or the answer that was given', type: 'text/html' }, 404: { description: 'No such link' }, 410: { description: 'Expired' }, 503: { description: 'Cannot be said now' } },
  })
  show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.page.show(request, reply);
  }

  @Post()
  @Public(REASON)
  @Describe({
    summary: 'Answer, or change the answer', description: 'Form fields or JSON. The first post records, later ones amend, until the answer locks.', params: token,
    body: { schema: submissionRequest, example: { score: 9, comment: 'Quick and kind.' } },
    answers: {
      303: { description: 'Stored: see the page' }, 201: { description: 'Stored (Accept: application/json)' }, 400: { description: 'A field is wrong' },
      404: { description: 'No such link' }, 409: { description: 'RESPONSE.LOCKED' }, 410: { description: 'Expired' },
    },
  })
  answer(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.page.answer(request, reply);
  }
}
