import { AxeBuilder } from '@axe-core/playwright';
import { eventually, launchBrowser } from '@candor/testing';
import { startTestSandbox } from '../../test/start-sandbox.ts';
import { WebhookReceiver } from '../../test/webhook-receiver.ts';
import type { Sandbox } from '../sandbox.ts';

const PUBLIC = 'https://feedback.meridian.example';
const NOA = '+972501234567';
type Browser = Awaited<ReturnType<typeof launchBrowser>>;
type Page = Awaited<ReturnType<Browser['newPage']>>;

let browser: Browser;
let sandbox: Sandbox;
let platform: WebhookReceiver;
const broken: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());
beforeEach(async () => {
  platform = new WebhookReceiver();
  sandbox = await startTestSandbox({ PUBLIC_URL: PUBLIC, GATEWAY_URL: await platform.start(), TWILIO_ACCOUNT_SID: 'ACtest', TWILIO_AUTH_TOKEN: 'token', VOICE_PACE: '0' });
  broken.length = 0;
});
afterEach(async () => {
  await sandbox.close();
  await platform.close();
  expect(broken).toEqual([]);
});

const order = (what: 'Messages' | 'Calls', form: Record<string, string>): Promise<Response> => fetch(`${sandbox.url}/twilio/2010-04-01/Accounts/ACtest/${what}.json`, {
  method: 'POST', headers: { authorization: `Basic ${Buffer.from('ACtest:token').toString('base64')}` }, body: new URLSearchParams({ To: NOA, From: '+972559700100', ...form }),
});
async function open(width: number, height = 900): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width, height } })).newPage();
  page.on('pageerror', ({ message }) => broken.push(message));
  await page.goto(`${sandbox.url}/sandbox`);
  return page;
}

/** What keeps somebody out who cannot see or point. */
const barriers = async (page: Page): Promise<string[]> =>
  (await new AxeBuilder({ page: page as never }).exclude('iframe').analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);

test('a message appears on the handset by itself, and an answer by hand goes to the bank', async () => {
  const page = await open(1440);
  await order('Messages', { Body: 'מה דעתך? 0 עד 10' });
  await page.getByRole('button', { name: '+972 50 123 4567' }).click();
  await page.getByLabel('Text message').fill('9');
  await page.keyboard.press('Enter');
  await page.getByLabel('taken by the bank').waitFor();
  expect(platform.at('/v1/callbacks/twilio/sms')[0]!.form).toMatchObject({ From: NOA, Body: '9' });
  await page.context().close();
}, 60_000);

test('a phone rings by itself; it is answered, keys are typed on the keyboard or pressed, and a reason is said', async () => {
  platform.answers.set('/ask', () => '<Response><Gather numDigits="2" timeout="9" action="/scored"><Say>0 to 10?</Say></Gather></Response>');
  platform.answers.set('/scored', () => '<Response><Record action="/said" timeout="20" finishOnKey="#"/></Response>');
  platform.answers.set('/said', () => '<Response><Say>Thank you.</Say></Response>');
  const page = await open(1440);
  await order('Calls', { Url: `${PUBLIC}/ask` });
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  await page.getByText('0 to 10?').waitFor();
  await page.keyboard.press('3');
  await page.locator('[data-key="#"]').click();
  await page.getByLabel('What you say').waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByLabel('What you say').fill('Nobody came.');
  await page.keyboard.press('Enter');
  await page.locator('[data-key="#"]').click();
  await page.getByText('Recording, ').waitFor();
  await page.getByText('Ended, ').waitFor();
  expect(platform.at('/scored')[0]!.form['Digits']).toBe('3');
  await page.context().close();
}, 60_000);

test('a switch breaks its wire only, and says so', async () => {
  const page = await open(1440);
  await page.getByLabel('SMS, SMPP operator: how it behaves').selectOption('down');
  await eventually('it is down', async () => JSON.stringify(await (await fetch(`${sandbox.url}/sandbox/faults`)).json()).includes('"smpp":"down"'));
  expect(await (await fetch(`${sandbox.url}/sandbox/faults`)).json()).toMatchObject({ email: 'ok', voice: 'ok', providers: { twilio: 'ok', smpp: 'down' } });
  await page.context().close();
}, 60_000);

test('on a small phone one device is shown at a time, nothing is wider than the screen, and nobody is kept out', async () => {
  const page = await open(360, 740);
  await order('Messages', { Body: 'x'.repeat(300) });
  for (const place of ['Handset', 'Phone', 'Wires', 'Mail']) {
    await page.getByRole('button', { name: place, exact: true }).click();
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  }
  await page.context().close();
}, 60_000);
