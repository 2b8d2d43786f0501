import { launchBrowser } from '@candor/testing';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { openDoor, type Door } from './door.ts';
import { eventually } from './front-door.ts';

let door: Door;
let browser: Browser;
beforeAll(async () => {
  [door, browser] = [await openDoor(), await launchBrowser()];
  await door.put('/v1/units/bank', { name: 'Bank', parent: null });
  await door.put('/v1/touchpoints/visit', { name: 'Visit' });
});
afterAll(async () => {
  await browser?.close();
  await door?.close();
});

async function signedIn(viewport = { width: 1440, height: 900 }): Promise<Page> {
  const page = await (await browser.newContext({ viewport, locale: 'en-GB' })).newPage();
  await page.goto(`${door.url}/auth/login?as=ruth&returnTo=/funnel`);
  await page.waitForURL(/\/funnel/);
  return page;
}

const now = () => new Date().toISOString();

test('a policy is tried on the past, published as the next version, and what is refused stands beside its field', async () => {
  const page = await signedIn();
  await page.goto(`${door.url}/programme/transactional`);
  await page.getByText('Version 1 holds').waitFor();
  await page.getByRole('button', { name: 'Add reminder' }).click();
  await page.getByLabel('Time before reminder 1', { exact: true }).fill('60');
  await page.getByRole('button', { name: 'Save', exact: true }).first().click();
  await page.getByText(/comes when the time to answer/).waitFor();
  await page.getByLabel('Time before reminder 1', { exact: true }).fill('3');
  await page.getByRole('button', { name: 'Try it' }).click();
  await page.getByText(/would have been invited/).waitFor();
  await page.getByRole('button', { name: 'Save', exact: true }).first().click();
  await page.getByText('Version 2 holds').waitFor();
  expect((await door.get('/v1/programmes/transactional')).body).toMatchObject({ version: 2, reminders: [{ after: 'P3D', channel: 'next' }] });
  await page.context().close();
});

test('the reasons of the funnel add up, and an interaction is followed to why it was not asked', async () => {
  const page = await signedIn();
  await page.goto(`${door.url}/exclusions`);
  await page.getByLabel('Customer id, e-mail or phone').last().fill('C-2');
  await page.getByRole('textbox', { name: 'Why', exact: false }).first().fill('Asked for it by letter');
  await page.getByRole('button', { name: 'Exclude', exact: true }).click();
  await page.getByRole('cell', { name: 'Asked for it by letter' }).waitFor();
  for (const [id, customer] of [['asked', { id: 'C-1', email: 'noa@example.com' }], ['excluded', { id: 'C-2', email: 'dan@example.com' }], ['unknown', { id: 'C-3' }]] as const) {
    expect((await door.interaction(id, { touchpoint: 'visit', unit: 'bank', occurredAt: now(), customer })).status).toBe(202);
  }
  await eventually(() => door.get('/v1/decisions/summary'), ({ body }) => body.total.interactions === 3 && !body.data.some(({ outcome }: { outcome: string }) => outcome === 'pending'));
  await page.goto(`${door.url}/funnel`);
  await page.getByRole('row', { name: /Sum: all interactions 3/ }).waitFor();
  await page.getByRole('link', { name: 'Excluded' }).click();
  await page.getByRole('link', { name: /\/e2e excluded/ }).click();
  await page.getByText('on the do-not-contact list').first().waitFor();
  await page.getByText('No message: nobody was asked.').waitFor();
  await page.context().close();
});

test.each([['desktop', { width: 1440, height: 900 }], ['phone', { width: 360, height: 740 }]] as const)('the pages about asking and operations have no serious accessibility fault and do not scroll sideways: %s', async (_name, viewport) => {
  const page = await signedIn(viewport);
  for (const path of ['/programme/transactional', '/funnel', '/interactions', '/interactions/journey?source=/e2e&id=asked', '/exclusions', '/programme', '/operations']) {
    await page.goto(door.url + path);
    await page.waitForTimeout(1500);
    const faults = (await new AxeBuilder({ page }).exclude('iframe').analyze()).violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    expect({ path, faults }).toEqual({ path, faults: [] });
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBeLessThanOrEqual(1);
    const wide: number = await page.evaluate("[...document.querySelectorAll('main table')].filter((table) => table.getBoundingClientRect().width > innerWidth).length");
    expect({ path, wide }).toEqual({ path, wide: 0 });
  }
  await page.context().close();
});
