import { z } from 'zod';

export const position = z.object({
  offset: z.string().describe('The next record to read'),
  generation: z.string().nullable(),
  number: z.string().nullable().describe('Of the last record that was applied'),
});
const place = { consumer: z.string(), topic: z.string(), partition: z.int() };
export const stopKind = z.enum(['gap', 'generation', 'range']);

export const consumerState = z.object({
  ...place,
  position,
  stopped: z.object({ kind: stopKind, found: z.string(), since: z.iso.datetime(), goesOnAt: position }).nullable(),
});
export const acceptance = z.object({
  id: z.uuid(), ...place, kind: stopKind, found: z.string(), from: position, to: position, reason: z.string(), acceptedBy: z.string(), acceptedAt: z.iso.datetime(),
});
export const republication = z.object({
  id: z.uuid(), topic: z.string(), generation: z.string(), records: z.int(), reason: z.string(), publishedBy: z.string(), publishedAt: z.iso.datetime(),
});

export type ConsumerState = z.infer<typeof consumerState>;
export type Acceptance = z.infer<typeof acceptance>;
export type Republished = z.infer<typeof republication>;

const generation = '01938a4e-6f10-7c3a-9d50-0a4b1c2d3e4f';
const from = { offset: '1042', generation, number: '1042' };
const to = { offset: '1042', generation, number: '1049' };
const found = 'nps.response.v1 at offset 1042: number 1050 follows 1042: 1043 is missing';

export const stateExample: ConsumerState = {
  consumer: 'cases', topic: 'nps.response.v1', partition: 3, position: from, stopped: { kind: 'gap', found, since: '2026-11-22T12:05:00.000Z', goesOnAt: to },
};
export const acceptanceExample: Acceptance = {
  id: '01938a4e-7f10-7c3a-9d50-0a4b1c2d3e50', consumer: 'cases', topic: 'nps.response.v1', partition: 3, kind: 'gap', found, from, to,
  reason: 'Disk of broker 2 lost; the seven answers were posted again', acceptedBy: 'Dana Levi', acceptedAt: '2026-11-22T13:00:00.000Z',
};
export const republicationExample: Republished = {
  id: '01938a4e-8f10-7c3a-9d50-0a4b1c2d3e51', topic: 'nps.response.v1', generation: '01938a50-1a2b-7c3a-9d50-0a4b1c2d3e52', records: 48211,
  reason: 'Disk of broker 2 lost', publishedBy: 'Dana Levi', publishedAt: '2026-11-22T13:05:00.000Z',
};
