import { biQuery } from './bi-query.ts';

const base = { programme: 'transactional', touchpoint: [], unit: [], from: '2026-01-01', to: '2026-02-01' };

test('a figure by OData and SQL has the same filter as by the API', () => {
  expect(biQuery('/v1/scores', { ...base, touchpoint: ['loan', 'till'], unit: ['north'] })).toEqual({
    odata: `/odata/Scores?$filter=programme%20eq%20'transactional'%20and%20measure%20eq%20'nps'%20and%20touchpoint%20in%20('loan','till')%20and%20contains(path,'/north/')%20and%20day%20ge%202026-01-01%20and%20day%20lt%202026-02-01&$select=day,n,promoters,passives,detractors`,
    sql: `SELECT sum(n) AS n, 100.0 * (sum(promoters) - sum(detractors)) / nullif(sum(n), 0) AS nps
FROM bi.scores
WHERE programme = 'transactional'
  AND measure = 'nps'
  AND touchpoint IN ('loan', 'till')
  AND strpos(path, '/north/') > 0
  AND day >= '2026-01-01'
  AND day < '2026-02-01'`,
  });
});
test('units that are compared stand for all below them in SQL too', () => {
  const { sql, odata } = biQuery('/v1/scores', { ...base, unit: ['north', 'south'], groupBy: 'touchpoint,unit' })!;
  expect(sql).toContain('SELECT touchpoint, named.unit, sum(n) AS n');
  expect(sql).toContain(`JOIN (VALUES ('north'), ('south')) AS named(unit) ON strpos(path, '/' || named.unit || '/') > 0`);
  expect(sql).toContain('GROUP BY 1, 2');
  expect(decodeURIComponent(odata)).toContain(`(contains(path,'/north/') or contains(path,'/south/'))`);
});
test('steps of a trend are those of the calendar', () => {
  expect(biQuery('/v1/scores', { ...base, interval: 'week' })?.sql).toContain(`SELECT date_trunc('week', day)::date AS week, sum(n) AS n`);
  expect(biQuery('/v1/scores', { ...base, interval: 'day' })?.sql).toContain('SELECT day, sum(n) AS n');
});
test('what BI tools cannot ask the same way is not offered', () => {
  expect(biQuery('/v1/scores', { ...base, interval: 'hour' })).toBeNull();
  expect(biQuery('/v1/scores', { ...base, 'cut.channel': 'sms' })).toBeNull();
  expect(biQuery('/v1/scores', { ...base, unit: Array.from({ length: 101 }, (_, index) => `u${index}`) })).toBeNull();
  // The language of the answer is not the one that is there, and two cuts at a time are refused.
  expect(biQuery('/v1/scores', { ...base, groupBy: 'language' })).toBeNull();
  expect(biQuery('/v1/responses', { ...base, notCountedBy: 'language' })).toBeNull();
  expect(biQuery('/v1/scores', { ...base, groupBy: 'product', channel: 'sms' })).toBeNull();
  expect(biQuery('/v1/scores/funnel', base)).toBeNull();
  expect(biQuery('/v1/scores', { ...base, 'cut.channel': undefined })).not.toBeNull();
});
test('figures by a cut are counted from answers, each under what scores count it by', () => {
  const { sql, odata } = biQuery('/v1/scores', { ...base, groupBy: 'touchpoint,segment', segment: 'gold' })!;
  expect(sql).toContain(`SELECT touchpoint, CASE WHEN strpos(counted_by, '/segment/') > 0 THEN customer_segment END AS customer_segment, count(*) AS n`);
  expect(sql).toContain(`FROM bi.answers\nWHERE NOT excluded\n  AND customer_segment IN ('gold') AND strpos(counted_by, '/segment/') > 0\n  AND programme = 'transactional'`);
  expect(decodeURIComponent(odata)).toContain(`/odata/Answers?$filter=excluded eq false and customer_segment in ('gold') and contains(counted_by,'/segment/') and programme eq 'transactional'`);
  expect(odata).toContain('&$select=day,touchpoint,customer_segment,segment,counted_by');
  expect(biQuery('/v1/scores', { ...base, groupBy: 'product' })?.sql).toContain('GROUP BY 1');
});
test('answers of a row of a cut are those that it counts, and of the row without a value all others', () => {
  expect(biQuery('/v1/responses', { product: 'loan', countedBy: 'product' })?.sql).toContain(`WHERE product IN ('loan')\n  AND strpos(counted_by, '/product/') > 0 AND product IS NOT NULL`);
  expect(decodeURIComponent(biQuery('/v1/responses', { notCountedBy: 'account' })!.odata)).toContain(`(counted_by eq null or not contains(counted_by,'/account/') or account eq null)`);
});
test('answers are told by segment and words', () => {
  const { sql, odata } = biQuery('/v1/responses', { ...base, segment: 'detractor', words: true, order: 'latest' })!;
  expect(sql).toContain(`segment = 'detractor'`);
  expect(sql).toContain('comment IS NOT NULL');
  expect(decodeURIComponent(odata)).toContain('comment ne null&$orderby=answered_at desc');
});
test('answers are told by what they say, whatever stands in it', () => {
  const { sql, odata } = biQuery('/v1/responses', { ...base, servedBy: 'emp-17', product: 'loan\\, fixed & more,card', surveyVersion: '2', order: 'latest' })!;
  expect(sql).toContain(`product IN ('loan, fixed & more', 'card')\n  AND served_by IN ('emp-17')\n  AND survey IN (2)`);
  expect(odata).toContain(`product%20in%20('loan%2C%20fixed%20%26%20more','card')%20and%20served_by%20in%20('emp-17')%20and%20survey%20in%20(2)`);
});
test('a quote in a key ends no text', () => expect(biQuery('/v1/scores', { programme: `a'; DROP` })?.sql).toContain(`programme = 'a''; DROP'`));
