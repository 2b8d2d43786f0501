import { interaction } from '@candor/contracts';
import { Describe } from '@candor/http';
import { z } from 'zod';
import { REFERRAL_ATTRIBUTES } from '../../decision/referred.ts';

const event = z.looseObject({
  specversion: z.literal('1.0'),
  id: z.string().meta({ description: 'With `source` the identity of the event: sending it again is safe' }),
  source: z.string(),
  type: z.literal(interaction.type),
  time: z.string().optional(),
  data: interaction.schema,
});
const answer = z.object({ accepted: z.int(), duplicates: z.int() });
const problem = (code: string, status: number, title: string, errors?: { field: string; message: string }[]): unknown => ({
  type: `urn:candor:problem:${code}`, title, status, code, ...(errors ? { detail: errors.map(({ field, message }) => `${field}: ${message}`).join('; '), errors } : {}),
});
const problemType = 'application/problem+json';

export const describeAccept = Describe({
  summary: 'Tell what happened to customers',
  description:
    'One or many CloudEvents 1.0: structured (`application/cloudevents+json`, shown here), as a batch (`application/cloudevents-batch+json`), or binary (`application/json` with `ce-*` headers). '
    + 'Answered once stored durably. An event that was sent before is counted as a duplicate; a batch is taken whole or not at all. '
    + REFERRAL_ATTRIBUTES,
  body: { schema: event, example: { specversion: '1.0', id: 'visit-1', source: '/crm', type: interaction.type, time: '2026-11-22T12:00:01Z', data: interaction.sample }, type: 'application/cloudevents+json' },
  answers: {
    202: { description: 'Stored; what is decided about each stands under `/v1/decisions`', schema: answer, example: { accepted: 1, duplicates: 0 } },
    400: { description: 'Not a CloudEvent, or a field is wrong', type: problemType, example: problem('INPUT.INVALID', 400, 'The request is not valid', [{ field: '[2].data.unit', message: 'there is no unit "haifa-9"' }]) },
    409: { description: 'The identity was used before with other data', type: problemType, example: problem('INTERACTION.CONFLICT', 409, 'This identity belongs to another interaction', [{ field: 'id', message: 'was used before with other data' }]) },
    413: { description: 'Larger than 1 MiB', type: problemType, example: problem('BODY.TOO_LARGE', 413, 'The body is too large') },
    415: { description: 'Another content type', type: problemType, example: problem('BODY.MEDIA_TYPE', 415, 'This content type is not taken here') },
  },
});
