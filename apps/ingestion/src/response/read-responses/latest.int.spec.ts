import { randomUUID } from 'node:crypto';
import { personKnown, programmeSet, staffKnown, touchpointSet } from '@candor/contracts';
import { eventually } from '@candor/testing';
import { invite } from '../../../test/invitations.ts';
import { everybody, northern, startIngestion, type Ingestion } from '../../../test/start-ingestion.ts';

let ingestion: Ingestion;
beforeAll(async () => {
  ingestion = await startIngestion();
  // Recorded in another order than they were given; three at the same moment.
  const at = (hour: number) => `2026-07-01T${String(hour).padStart(2, '0')}:00:00Z`;
  await record('b', { score: 7, answeredAt: at(2), comment: 'fine' });
  await record('d', { score: 0, answeredAt: at(4) });
  await record('a', { score: 10, answeredAt: at(1), touchpoint: 'staff' });
  for (const id of ['c-2', 'c-1', 'c-3']) await record(id, { score: 6, answeredAt: at(3), unit: 'ashdod' });
});
afterAll(() => ingestion?.close());

const record = (id: string, over: object = {}) =>
  ingestion.call('POST', '/v1/responses', { as: everybody, body: { id, score: 3, touchpoint: 'branch-visit', unit: 'haifa-1', ...(('touchpoint' in over) && { measure: 'enps' }), ...over } });
const list = (query: string, as = everybody) => ingestion.call('GET', `/v1/responses${query}`, { as });
const ids = async (query: string, as = everybody): Promise<string[]> => (await list(query, as)).body.data.map(({ id }: { id: string }) => id);

describe('order=latest', () => {
  it('gives the newest first, in pages that neither repeat nor skip, also where many came at one moment', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await list(`?order=latest&limit=2${cursor}`);
      seen.push(...body.data.map(({ id }: { id: string }) => id));
      cursor = body.next === null ? '' : `&cursor=${body.next}`;
    } while (cursor);
    expect(seen).toEqual(['d', 'c-3', 'c-2', 'c-1', 'b', 'a']);
  });

  it.each([
    ['segment=detractor', ['d', 'c-3', 'c-2', 'c-1']], ['segment=passive', ['b']], ['segment=promoter', ['a']], ['words=true', ['b']], ['words=false&unit=haifa-1', ['d', 'a']],
    ['programme=engagement', ['a']], ['segment=detractor&unit=north', ['d']], ['from=2026-07-01T03:00:00Z&to=2026-07-01T04:00:00Z', ['c-3', 'c-2', 'c-1']],
  ])('%s narrows it', async (query, expected) => expect(await ids(`?order=latest&${query}`)).toEqual(expected));

  it('shows a limited key its own units only', async () => expect(await ids('?order=latest', northern)).toEqual(['d', 'b', 'a']));

  it.each([['?order=oldest', 'order'], ['?order=latest&cursor=nonsense', 'cursor'], ['?order=latest&updatedAfter=IjEi', 'order'], ['?segment=happy', 'segment'], ['?programme=nowhere', 'programme'], ['?words=some', 'words']])('%s is refused, naming the parameter', async (query, field) => {
    const { status, body } = await list(query);
    expect([status, body.errors[0].field]).toEqual([400, field]);
  });

  it('leaves out what was erased, and gives a place from which changes can be followed', async () => {
    await record('gone', { answeredAt: '2026-07-02T00:00:00Z' });
    const { changes } = (await list('?order=latest&limit=1')).body;
    await ingestion.call('DELETE', '/v1/responses/gone', { as: everybody });
    expect((await ids('?order=latest'))[0]).toBe('d');
    expect(await ids(`?updatedAfter=${changes}`)).toEqual(['gone']);
  });

  it('holds for CSV too', async () => {
    const { text } = await ingestion.call('GET', '/v1/responses?order=latest&segment=detractor', { as: everybody, headers: { accept: 'text/csv' } });
    expect(text.trimEnd().split('\r\n').slice(1).map((line) => line.split(',')[0])).toEqual(['d', 'c-3', 'c-2', 'c-1']);
  });
});

describe('invitation=', () => {
  it('finds the one answer to an invitation, and nothing for one that was not answered or may not be seen', async () => {
    const { token, invitation } = await invite(ingestion, { unit: 'haifa-1' });
    const { invitation: silent } = await invite(ingestion);
    await eventually('the answer', async () => (await ingestion.call('POST', `/r/${token}`, { body: { score: 8 }, headers: { accept: 'application/json' } })).status < 300);
    expect((await list(`?invitation=${invitation.id}`)).body.data).toMatchObject([{ invitation: invitation.id, score: 8 }]);
    expect([await ids(`?invitation=${silent.id}`), await ids(`?invitation=${invitation.id}`, { ...northern, units: ['ashdod'] })]).toEqual([[], []]);
    expect((await list('?invitation=mine')).body.errors[0].field).toBe('invitation');
  });
});

describe('whoever an answer points at', () => {
  it('is named where the name is known: staff always, a customer if they agreed', async () => {
    const person = randomUUID();
    await ingestion.neighbours.publish(personKnown, { person, customer: { id: 'C-1042', name: 'Noa Levi', email: 'noa@example.com' }, changedAt: '2026-11-22T12:00:00Z' });
    await ingestion.neighbours.publish(staffKnown, { id: 'emp-17', name: 'Avi Cohen', changedAt: '2026-11-22T12:00:00Z' });
    await eventually('the names', async () => (await ingestion.sql(`SELECT 1 FROM known_staff WHERE id = 'emp-17' UNION ALL SELECT 1 FROM known_customer WHERE person = $1`, [person])).length === 2);
    const { token } = await invite(ingestion, { person, servedBy: 'emp-17' });
    const answer = (body: object) => ingestion.call('POST', `/r/${token}`, { body, headers: { accept: 'application/json' } });
    await answer({ score: 9 });
    const newest = async () => (await list('?order=latest&limit=1')).body.data[0];
    expect(await newest()).toMatchObject({ customer: { id: 'C-1042' }, servedBy: { id: 'emp-17', name: 'Avi Cohen' } });
    expect((await newest()).customer).not.toHaveProperty('name');
    await answer({ name: 'yes' });
    const { id, customer } = await newest();
    expect(customer).toEqual({ id: 'C-1042', name: 'Noa Levi' });
    expect((await ingestion.call('GET', `/v1/responses/${id}`, { as: everybody })).body.customer).toEqual(customer);
  });
});

describe('what answers say', () => {
  const at = (minute: number) => `2026-08-01T10:${String(minute).padStart(2, '0')}:00Z`;
  beforeAll(async () => {
    await ingestion.neighbours.publish(programmeSet, { ...programmeSet.sample, key: 'cut', cuts: ['product', 'segment'] });
    await ingestion.neighbours.publish(touchpointSet, { ...touchpointSet.sample, key: 'counter', name: 'counter', programme: 'cut' });
    const said = { touchpoint: 'counter', measure: 'nps' };
    await record('s-1', { ...said, answeredAt: at(5), product: 'loan, fixed', servedBy: { id: 'emp-1' }, channel: 'till', language: 'he', account: { id: 'acme' }, customer: { id: 'C-1', segment: 'gold' } });
    await record('s-2', { ...said, answeredAt: at(4), product: 'card', servedBy: { id: 'emp-2' }, channel: 'till' });
    await record('s-3', { ...said, answeredAt: at(3), unit: 'ashdod' });
    await record('s-4', { ...said, answeredAt: at(2), product: 'card' });
    // As if it had been recorded before anything was declared.
    await ingestion.sql(`UPDATE response SET cuts = NULL WHERE id = 's-4'`);
  });

  it.each([
    ['product=card', ['s-2', 's-4']], ['product=card&countedBy=product', ['s-2']], ['notCountedBy=product', ['s-3', 's-4']], ['product=loan%5C, fixed', ['s-1']], ['product=loan%5C, fixed,card', ['s-1', 's-2', 's-4']],
    ['servedBy=emp-1,emp-2', ['s-1', 's-2']], ['channel=till&product=card', ['s-2']], ['customerSegment=gold&countedBy=segment', ['s-1']], ['language=he', ['s-1']], ['account=acme', ['s-1']], ['surveyVersion=1', []], ['product=nobody buys this', []],
    ['countedBy=channel', []], ['exceptUnit=north', ['s-3']], ['exceptUnit=haifa-1,ashdod', []],
  ])('%s narrows the list, and a file', async (query, expected) => {
    expect(await ids(`?programme=cut&order=latest&${query}`)).toEqual(expected);
    const { headers } = await ingestion.call('GET', `/v1/responses?programme=cut&${query}`, { as: everybody, headers: { accept: 'text/csv' } });
    expect(headers.get('x-total-rows')).toBe(String(expected.length));
  });

  it('leaves touchpoints out', async () => expect(await ids('?order=latest&exceptTouchpoint=branch-visit,staff&from=2026-08-01&to=2026-08-02')).toEqual(['s-1', 's-2', 's-3', 's-4']));

  it.each([['surveyVersion=first', 'surveyVersion'], ['countedBy=mood', 'countedBy'], ['product=', 'product'], ['exceptUnit=nowhere', 'exceptUnit'], ['exceptTouchpoint=nothing', 'exceptTouchpoint'], ['attributes=x', 'attributes'], ['product=%00', 'product']])('%s is refused, naming the parameter', async (query, field) => {
    const { status, body } = await list(`?${query}`);
    expect([status, body.errors[0].field]).toEqual([400, field]);
  });

  it('of a limited key are those of its units', async () => {
    expect(await ids('?programme=cut&order=latest&notCountedBy=product', northern)).toEqual(['s-4']);
    expect((await list('?exceptUnit=ashdod', northern)).body).toMatchObject({ status: 403, errors: [{ field: 'exceptUnit' }] });
  });
});
