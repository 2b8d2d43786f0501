import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { analyst, Reporting } from '../../test/start-reporting.ts';

let reporting: Reporting;
beforeAll(async () => { reporting = await Reporting.start(); });
afterAll(() => reporting?.close());

const SELECTING = ['/v1/scores', '/v1/scores/total', '/v1/scores/funnel', '/v1/scores/drivers', '/v1/scores/nonresponse', '/v1/scores/questions', '/v1/scores/stream', '/v1/service-levels', '/v1/signals', '/v1/notes'];
const OF_UNITS = [...SELECTING, '/v1/scores/ranking?by=unit', '/v1/reports/quarter?quarter=2026-Q1'];
const OF_PROGRAMMES = [...OF_UNITS, '/v1/reports', '/v1/official', '/v1/official/2026-Q1', '/v1/targets'];
const asked = (path: string, filter: string): string => `${path}${path.includes('?') ? '&' : '?'}${filter}`;
const refusal = async (path: string, as = analyst()): Promise<[number, string[]]> => {
  const { status, body } = await reporting.get(path, as);
  return [status, body.errors?.map(({ field }: { field: string }) => field)];
};

test.each([['programme', OF_PROGRAMMES], ['touchpoint', SELECTING], ['unit', OF_UNITS]])('a %s that is not known is refused wherever it is asked for, never answered with nothing', async (field, paths) => {
  for (const path of paths) expect([path, ...(await refusal(asked(path, `${field}=nowhere`)))]).toEqual([path, 400, [field]]);
});

test('who is limited to units hears the same of units elsewhere and of such that do not exist', async () => {
  const agent = { ...analyst(), units: ['haifa'] };
  for (const path of OF_UNITS) for (const unit of ['eilat', 'nowhere']) expect([path, ...(await refusal(asked(path, `unit=${unit}`), agent))]).toEqual([path, 403, ['unit']]);
});
