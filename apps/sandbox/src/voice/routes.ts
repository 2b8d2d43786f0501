import { parseBody, parseQuery, Problem } from '@candor/http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Call } from './call.ts';
import type { Calls } from './calls.ts';
import type { Recordings } from './recordings.ts';
import { wavSeconds } from './wav.ts';

const callsQuery = z.object({ to: z.string().max(40).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) });
const answering = z.object({ as: z.enum(['human', 'machine']).default('human') });
const digitsBody = z.object({ digits: z.string().regex(/^[0-9*#]{1,60}$/, 'must be keys of a phone: 0-9, * and #') });
const speechBody = z.object({ text: z.string().min(1).max(2_000) });

type ById = FastifyRequest<{ Params: { id: string } }>;

/** The phones over HTTP: what rings, what is said, and what whoever holds the phone does. */
export function voiceRoutes(fastify: FastifyInstance, calls: Calls, recordings: Recordings): void {
  const shown = (call: Call): object => ({
    id: call.request.sid, to: call.request.to, from: call.request.from, status: call.status, answeredBy: call.answeredBy, parent: call.request.parent,
    at: call.at.toISOString(), answeredAt: call.answeredAt?.toISOString() ?? null, endedAt: call.endedAt?.toISOString() ?? null, seconds: call.seconds, listening: call.listening,
    transcript: call.transcript.map(({ at, ...line }) => ({ at: at.toISOString(), ...line })),
    recordings: recordings.ofCall(call.request.sid).map(({ sid, seconds, text }) => ({ id: sid, seconds, text, audio: `/sandbox/recordings/${sid}` })),
  });
  const found = (request: ById): Call => {
    const call = calls.get(request.params.id);
    if (!call) throw new Problem({ status: 404, code: 'CALL.NOT_FOUND', title: 'There is no such call', detail: 'Only the newest calls are kept' });
    return call;
  };
  const talking = (request: ById): Call => {
    const call = found(request);
    if (call.over) throw new Problem({ status: 409, code: 'CALL.OVER', title: 'The call is over', detail: `It ended as ${call.status}` });
    return call;
  };

  fastify.addContentTypeParser(['audio/wav', 'audio/x-wav'], { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  fastify.get('/sandbox/calls', (request) => {
    const { to, limit } = parseQuery(callsQuery, request.query);
    return { data: calls.find(to, limit).map(shown), next: null };
  });
  fastify.get('/sandbox/calls/:id', (request: ById) => shown(found(request)));
  fastify.post('/sandbox/calls/:id/answer', (request: ById) => {
    const call = talking(request);
    const { as } = parseBody(answering, request.body ?? {});
    if (!call.answer(as)) throw new Problem({ status: 409, code: 'CALL.NOT_RINGING', title: 'The call does not ring', detail: `It is ${call.status}` });
    return shown(call);
  });
  fastify.post('/sandbox/calls/:id/digits', (request: ById) => {
    const call = talking(request);
    call.press(parseBody(digitsBody, request.body).digits);
    return shown(call);
  });
  fastify.post('/sandbox/calls/:id/speak', (request: ById) => {
    const call = talking(request);
    if (Buffer.isBuffer(request.body)) {
      if (wavSeconds(request.body) === undefined) throw new Problem({ status: 400, code: 'CALL.NOT_AUDIO', title: 'That is no WAV file' });
      call.speak({ text: '', audio: request.body });
    } else call.speak({ text: parseBody(speechBody, request.body).text, audio: undefined });
    return shown(call);
  });
  fastify.post('/sandbox/calls/:id/breathe', (request: ById, reply) => {
    talking(request).breathe();
    return reply.code(204).send();
  });
  fastify.post('/sandbox/calls/:id/hangup', (request: ById) => {
    const call = talking(request);
    void (call.apply('hang-up') || call.apply('cancel'));
    return shown(call);
  });
  fastify.get('/sandbox/recordings/:id', (request: ById, reply) => {
    const recording = recordings.get(request.params.id);
    if (!recording) throw new Problem({ status: 404, code: 'RECORDING.NOT_FOUND', title: 'There is no such recording' });
    return reply.type('audio/wav').send(recording.audio);
  });
}
