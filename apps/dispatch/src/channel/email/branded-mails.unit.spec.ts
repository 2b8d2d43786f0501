import { brandSet, type DataOf } from '@candor/contracts';
import { brandedMails } from './branded-mails.ts';
import { compileMails, type CompiledMails } from './compile.ts';
import { renderMail, type MailSubject } from './mail.ts';

type Brand = DataOf<typeof brandSet>;
const subject: MailSubject = {
  invitation: '0f8c6c39-7a6e-4f1e-8c6f-0d6b5e0f7a11', token: '7n42DGM5Tflk9n8mt7Fhc7', name: 'Noa Levi', brand: 'Meridian "Private"', touchpoint: 'Visit', unit: 'Haifa',
  occurredAt: new Date('2026-11-22T22:30:00Z'), expiresAt: new Date('2026-12-22T12:00:00Z'), timeZone: 'Asia/Jerusalem',
};
const brand: Brand = {
  ...(brandSet.sample as Brand), colour: '#14532d', logoUrl: 'https://cdn.example.com/logo.png?a=1&b=2',
  wording: { 'en-GB': { subject: 'Your visit to {{unit}}', greeting: 'Dear {{name}} of {{brand}},', greetingWithoutName: 'Good day from {{brand}},', footer: 'Fish & Chips <b>until</b> {{until}}', address: '1 Herzl Street\nTel Aviv' } },
};
let plain: CompiledMails;
beforeAll(async () => {
  plain = await compileMails();
});
const render = async (look: Brand | undefined, language = 'en', change: Partial<MailSubject> = {}) => renderMail(await brandedMails(plain)(language, 'customers', look), { ...subject, ...change }, 'https://ask.example.com', 'mail.example.com');

describe('the mail of a brand', () => {
  it('has its colour, logo and words in both parts, as plain text', async () => {
    const { html, text, subject: line } = await render(brand);
    expect(line).toBe('Your visit to Haifa');
    expect(html).toContain('background:#14532d');
    expect(html).toContain('<img src="https://cdn.example.com/logo.png?a=1&amp;b=2" alt="Meridian &quot;Private&quot;"');
    expect(html).toContain('Fish &amp; Chips &lt;b&gt;until&lt;/b&gt;');
    expect(html).toMatch(/1 Herzl Street<br ?\/?>\s*Tel Aviv/);
    expect(text).toMatch(/^Dear Noa Levi of Meridian "Private",\n/);
    expect(text).toContain('-- \nFish & Chips <b>until</b> 22 December 2026\n1 Herzl Street\nTel Aviv\n');
    expect((await render(brand, 'en', { name: null })).text).toMatch(/^Good day from Meridian "Private",\n/);
    expect(html + text + line).not.toMatch(/\{\{|undefined/);
  });

  it('asks the same question on the same scale as everybody', async () => {
    const [branded, everybody] = [await render(brand), await render(undefined)];
    const scale = (html: string) => [...html.matchAll(/<a class="score"[^>]*>/g)].map(([link]) => link);
    expect(scale(branded.html)).toEqual(scale(everybody.html));
    expect(scale(branded.html)).toHaveLength(11);
    const question = 'How likely are you to recommend Meridian "Private" to a friend or colleague?';
    for (const { text } of [branded, everybody]) expect(text).toContain(question);
    expect(branded.headers).toEqual(everybody.headers);
  });

  it('says in other languages what everybody says, in its look', async () => {
    const { html, subject: line } = await render(brand, 'he');
    expect(line).toBe((await render(undefined, 'he')).subject);
    expect(html).toContain('background:#14532d');
  });

  it('is compiled once for each version, and is no promise after that', async () => {
    const mails = brandedMails(plain);
    const [first, second] = [mails('en', 'customers', brand), brandedMails(plain)('en', 'customers', brand)];
    expect(await first).toBe(await second);
    expect(mails('en', 'customers', brand)).not.toBeInstanceOf(Promise);
    expect(await mails('en', 'customers', { ...brand })).not.toBe(await first);
    expect(mails('en', 'customers')).toBe(plain('en', 'customers'));
  });

  it.each([['greeting', 'Dear {{nmae}}'], ['footer', 'until {{ until }}'], ['subject', '{{answer}}'], ['address', 'at {{brand}}']])('with a hole in its %s is not written', async (text, said) => {
    await expect(render({ ...brand, wording: { en: { [text]: said } } })).rejects.toThrow(`the brand private-banking, in en: ${text} has no value for`);
  });
});
