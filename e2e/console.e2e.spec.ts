import { launchBrowser } from '@candor/testing';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { enterSharedDoor, type SharedDoor } from './door.ts';

let door: SharedDoor;
let browser: Browser;
beforeAll(async () => {
  [door, browser] = [await enterSharedDoor(), await launchBrowser()];
  await door.put('/v1/units/console-bank', { name: 'Bank', parent: null });
  for (const unit of ['console-haifa', 'console-eilat']) await door.put(`/v1/units/${unit}`, { name: unit, parent: 'console-bank' });
  await door.put('/v1/touchpoints/console-visit', { name: 'Visit' });
});
afterAll(async () => {
  await browser?.close();
  await door?.close();
});

async function signedIn(as: string, viewport = { width: 1440, height: 900 }, locale = 'en-GB'): Promise<Page> {
  const context = await browser.newContext({ viewport, locale });
  const page = await context.newPage();
  await page.goto(`${door.url}/auth/login?as=${as}&returnTo=/inbox`);
  await page.waitForURL(/\/inbox/);
  return page;
}

const serious = async (page: Page) => (await new AxeBuilder({ page }).analyze()).violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);

test('a new task slides into the inbox without a reload, is claimed, noted and closed', async () => {
  const page = await signedIn('dana');
  let loads = 0;
  page.on('load', () => loads++);
  await page.waitForTimeout(500);
  await door.post('/v1/responses', { id: 'live-1', score: 1, touchpoint: 'console-visit', unit: 'console-haifa', comment: 'Nobody answered the phone for a week', customer: { id: 'K-9', name: 'Ruth Adler', phone: '+972501234567' } });
  await page.getByText('Ruth Adler').first().waitFor({ timeout: 10_000 });
  expect(loads).toBe(0);
  await page.getByText('Ruth Adler').first().click();
  await page.getByText('Nobody answered the phone for a week').first().waitFor();
  await page.getByRole('button', { name: /claim/i }).first().click();
  const note = page.getByRole('textbox', { name: /note/i }).first();
  await note.fill('Called back and apologised.');
  await page.getByRole('button', { name: /(add|save) note/i }).first().click();
  await page.getByText('Called back and apologised.').first().waitFor();
  await page.context().close();
});

test('the agent of one branch sees nothing of another', async () => {
  await door.post('/v1/responses', { id: 'elsewhere', score: 0, touchpoint: 'console-visit', unit: 'console-eilat', customer: { id: 'K-10', name: 'Someone Else' } });
  await door.post('/v1/responses', { id: 'own', score: 0, touchpoint: 'console-visit', unit: 'console-haifa', customer: { id: 'K-11', name: 'Miriam Own' } });
  const created = await door.get('/v1/people');
  expect(created.status).toBe(200);
  const agent = created.body.data.find((person: { roles: string[] }) => person.roles.includes('agent'));
  expect((await door.put(`/v1/people/${agent.subject}`, { name: agent.name, ...(agent.email ? { email: agent.email } : {}), roles: ['agent'], units: ['console-haifa'] })).status).toBeLessThan(300);
  const page = await signedIn(agent.subject);
  await page.getByText('Miriam Own').first().waitFor({ timeout: 10_000 });
  expect(await page.getByText('Someone Else').count()).toBe(0);
  await page.context().close();
});

test('each part of a page that is refused its figures says so in the language of the reader, and the selection goes along to the next page', async () => {
  const page = await signedIn('dana', undefined, 'he-IL');
  const refusal = { code: 'INPUT.INVALID', title: 'The request is not valid', errors: [{ field: 'unit', message: 'there is no unit "gone"' }] };
  await page.route('**/v1/scores?**', (route) => route.fulfill({ status: 400, contentType: 'application/problem+json', body: JSON.stringify(refusal) }));
  await page.goto(`${door.url}/scores?unit=gone&range=90d`);
  await page.getByText(/אין יחידה/).nth(3).waitFor({ timeout: 10_000 });
  expect(await page.getByText(refusal.title).count()).toBe(0);
  await page.getByRole('link', { name: 'השוואה' }).click();
  await page.waitForURL(/\/compare\?range=90d&unit=gone/);
  await page.context().close();
});

test.each([['desktop', { width: 1440, height: 900 }], ['phone', { width: 360, height: 740 }]] as const)('the pages of tasks and figures have no serious accessibility fault and do not scroll sideways: %s', async (_name, viewport) => {
  const page = await signedIn('dana', viewport);
  for (const path of ['/inbox', '/scores', '/', '/compare', '/signals', '/reports', '/reports/2026-Q1', '/official', '/official?tab=norms']) {
    await page.goto(door.url + path);
    await page.waitForTimeout(1500); // live streams stay open: the network never idles
    expect({ path, faults: await serious(page) }).toEqual({ path, faults: [] });
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBeLessThanOrEqual(1);
  }
  await page.context().close();
});
