import { defineEvent } from '../event.ts';
import { responseChange, type Contribution, type ResponseChange } from './contribution.ts';

const counted: Contribution = {
  programme: 'transactional',
  touchpoint: 'branch-visit',
  path: ['bank', 'north', 'haifa-1'],
  day: '2026-11-22',
  hour: 14,
  channel: 'email',
  servedBy: 'emp-17',
  language: 'en',
  survey: 1,
  selection: { method: 'everyone' },
  measure: 'nps',
  score: 3,
};
const common = {
  id: '01938a4e-6f10-7c3a-9d50-0a4b1c2d3e4f',
  answeredAt: '2026-11-22T12:05:00.000Z',
  invitation: '0f8c6c39-7a6e-4f1e-8c6f-0d6b5e0f7a11',
  message: 0,
  person: '5b2c8c9e-51a5-4d2e-9a51-2f9d3f0c7b22',
};

const change = (name: string, description: string, sample: ResponseChange) =>
  defineEvent({ type: `com.candor.response.${name}.v1`, version: 1, description, schema: responseChange, key: (data) => data.id, sample });

export const responseRecorded = change('recorded', 'An answer was accepted and stored, from any channel.', {
  ...common, revision: 1, before: null, after: counted, changedAt: '2026-11-22T12:05:00.000Z',
});
export const responseAmended = change('amended', 'The score or the words of an answer were changed, by the respondent or by a holder of the right to correct.', {
  ...common, revision: 2, before: counted, after: { ...counted, score: 5 }, changedAt: '2026-11-22T12:06:00.000Z', reason: 'respondent',
});
export const responseExcluded = change('excluded', 'An answer no longer counts (bot, test, fraud), with a reason.', {
  ...common, revision: 3, before: { ...counted, score: 5 }, after: null, changedAt: '2026-11-22T13:00:00.000Z', reason: 'test answer',
});
export const responseReinstated = change('reinstated', 'An excluded answer counts again, with a reason.', {
  ...common, revision: 4, before: null, after: { ...counted, score: 5 }, changedAt: '2026-11-22T14:00:00.000Z', reason: 'was genuine',
});
export const responseErased = change('erased', 'A person asked to be forgotten: the answer no longer counts and names nobody.', {
  id: common.id, answeredAt: common.answeredAt, revision: 5, before: { ...counted, score: 5 }, after: null, changedAt: '2026-11-22T15:00:00.000Z',
});
