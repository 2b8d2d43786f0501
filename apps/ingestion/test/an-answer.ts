import type { Answer } from '../src/response/answer.ts';

/** An answer by e-mail of a detractor, as tests begin with. */
export function anAnswer(over: Partial<Answer> = {}): Answer {
  const at = new Date('2026-11-22T12:05:00.000Z');
  return {
    id: '01938a4e-6f10-7c3a-9d50-0a4b1c2d3e4f', revision: 1, state: 'counted', measure: 'nps', score: 3,
    coordinates: {
      programme: 'transactional', touchpoint: 'branch-visit', path: ['bank', 'north', 'haifa-1'], day: '2026-11-22', hour: 14, channel: 'email',
      servedBy: 'emp-17', language: 'en', survey: 1, selection: { method: 'everyone' },
    },
    invitation: '0f8c6c39-7a6e-4f1e-8c6f-0d6b5e0f7a11', person: '5b2c8c9e-51a5-4d2e-9a51-2f9d3f0c7b22', consent: { contact: false, name: false },
    answeredAt: at, recordedAt: at, changedAt: at, ...over,
  };
}
