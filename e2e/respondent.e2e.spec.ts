import { AxeBuilder } from '@axe-core/playwright';
import { launchBrowser } from '@candor/testing';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { enterSharedDoor, type SharedDoor } from './door.ts';
import { eventually } from './front-door.ts';

let door: SharedDoor;
let browser: Browser;
beforeAll(async () => {
  [door, browser] = await Promise.all([enterSharedDoor(), launchBrowser()]);
  await door.put('/v1/units/page-bank', { name: 'Alon Bank', parent: null, timeZone: 'Asia/Jerusalem' });
  await door.put('/v1/units/page-branch', { name: 'Haifa Port', parent: 'page-bank', timeZone: 'Asia/Jerusalem' });
  await door.put('/v1/touchpoints/page-visit', { name: 'Visit to a branch' });
});
afterAll(async () => {
  await browser?.close();
  await door?.close();
});

const PHONE = { width: 360, height: 740 };

/** A page that fails the test on any script error or anything that the content policy had to block. */
async function visitor(options: BrowserContextOptions = {}): Promise<{ page: Page; problems: string[]; done(): Promise<void> }> {
  const context = await browser.newContext({ viewport: PHONE, ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && !/status of 4\d\d/.test(message.text()) && problems.push(message.text()));
  return { page, problems, done: () => context.close() };
}

let visits = 0;
/** The address of the page as a customer finds it in the mail, with another query. */
async function address(query = '', language = 'en'): Promise<string> {
  const id = `page-${++visits}`;
  const email = `${id}@example.com`;
  await door.interaction(id, {
    touchpoint: 'page-visit', unit: 'page-branch', occurredAt: new Date().toISOString(), customer: { id, email, language }, servedBy: { id: 'emp-17', name: 'Avi Cohen' },
  });
  const { body } = await eventually(() => door.get(`/sandbox/messages?channel=email&to=${email}`), (answer) => answer.body.data?.length > 0);
  const link: string = body.data[0].links.find((candidate: string) => /\/r\//.test(candidate));
  return `${door.url}${new URL(link).pathname}${query}`;
}
const state = async (url: string) => (await fetch(url.split('?')[0]!, { headers: { accept: 'application/json' } })).json() as Promise<Record<string, unknown>>;

describe.each([['with scripts', true], ['without scripts', false]])('the page %s', (_how, javaScriptEnabled) => {
  test('takes the preselected score by one press, then the reason, then a change of mind', async () => {
    const { page, problems, done } = await visitor({ javaScriptEnabled });
    const url = await address('?score=6');
    await page.goto(url);
    await page.getByRole('button', { name: 'Send my answer' }).click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    expect(await state(url)).toMatchObject({ score: 6, revision: 1 });

    await page.getByLabel('What should be improved?').fill('Nobody\nsaid why.');
    await page.getByRole('group', { name: 'May we contact you' }).getByLabel('Yes').check();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('This is what you told us').waitFor();
    expect(await state(url)).toMatchObject({ comment: 'Nobody\nsaid why.', contact: true, name: false, revision: 2 });

    await page.getByText('Change my score').click();
    await page.getByRole('radio', { name: '10' }).check({ force: true });
    await page.getByRole('button', { name: 'Send my answer' }).click();
    await page.getByText('10 out of 10').waitFor();
    expect(await state(url)).toMatchObject({ score: 10, revision: 3, comment: 'Nobody\nsaid why.' });
    expect(problems).toEqual([]);
    await done();
  });

  test('can be answered by keyboard alone', async () => {
    const { page, done } = await visitor({ javaScriptEnabled });
    const url = await address();
    await page.goto(url);
    await page.keyboard.press('Tab');
    for (let press = 0; press < 8; press++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    expect(await state(url)).toMatchObject({ state: 'answered', score: 8 });
    await done();
  });
});

test('with scripts the page is not loaded again, and the reader is told what is new', async () => {
  const { page, done } = await visitor();
  await page.goto(await address('?score=9'));
  await page.evaluate('window.stayed = true');
  await page.getByRole('button', { name: 'Send my answer' }).click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(await page.evaluate('[window.stayed, document.activeElement.textContent, location.search]')).toEqual([true, 'Thank you', '']);
  await done();
});

test('what was typed stays, with words that say so, while there is no connection', async () => {
  const { page, done } = await visitor();
  const url = await address('?score=3');
  await page.goto(url);
  await page.getByRole('button', { name: 'Send my answer' }).click();
  await page.getByLabel('What should be improved?').fill('Do not lose me');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('alert').filter({ hasText: 'Nothing is lost' }).waitFor();
  expect(await page.getByLabel('What should be improved?').inputValue()).toBe('Do not lose me');
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByText('This is what you told us').waitFor();
  expect(await state(url)).toMatchObject({ comment: 'Do not lose me' });
  await done();
});

describe.each([['en', 'light'], ['he', 'dark'], ['ar', 'light'], ['am', 'dark']] as const)('in %s, %s', (language, colorScheme) => {
  test('every state passes an accessibility audit, fits 360 pixels, and has targets for thumbs', async () => {
    const { page, done } = await visitor({ colorScheme });
    const url = await address('', language);
    const audit = async (what: string) => {
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
      expect([what, violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)]).toEqual([what, []]);
      const measured = await page.evaluate(`({
        overflow: document.documentElement.scrollWidth - innerWidth,
        small: [...document.querySelectorAll('.scale label, button, summary, nav a, .consent label')].map((e) => [e.outerHTML.slice(0, 60), e.getBoundingClientRect()])
          .filter(([, r]) => r.width && (r.width < 44 || r.height < 44)).map(([html]) => html),
      })`);
      expect([what, measured]).toEqual([what, { overflow: 0, small: [] }]);
    };
    await page.goto(url);
    await audit('question');
    const places = await page.evaluate(`[...document.querySelectorAll('.scale label')].slice(0, 6).map((e) => e.getBoundingClientRect().x)`) as number[];
    expect(places).toEqual([...places].sort((a, b) => a - b));
    await page.locator('input[value="3"]').check({ force: true });
    await page.locator('button').click();
    await page.locator('textarea').fill('…');
    await audit('thanks');
    await page.locator('main > form button').click();
    await page.locator('blockquote').waitFor();
    for (const summary of await page.locator('summary').all()) await summary.click();
    await audit('answer');
    await done();
  });
});
