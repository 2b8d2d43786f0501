import { compileMails, type CompiledMails } from './compile.ts';
import { renderMail, type MailSubject } from './mail.ts';
import { ALL_WORDS, wordsFor } from './words/index.ts';

const subject: MailSubject = {
  invitation: '0f8c6c39-7a6e-4f1e-8c6f-0d6b5e0f7a11', token: '7n42DGM5Tflk9n8mt7Fhc7', name: 'Noa Levi', brand: 'Alon & Sons', touchpoint: 'Visit to a branch', unit: 'Haifa Port',
  occurredAt: new Date('2026-11-22T22:30:00Z'), expiresAt: new Date('2026-12-22T12:00:00Z'), timeZone: 'Asia/Jerusalem',
};
let mails: CompiledMails;
beforeAll(async () => {
  mails = await compileMails();
});
const render = (language = 'en', change: Partial<MailSubject> = {}) => renderMail(mails(language, 'customers'), { ...subject, ...change }, 'https://ask.example.com', 'mail.example.com');
const linksOf = (html: string): string[] => [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? '');

describe('renderMail', () => {
  it.each(ALL_WORDS.map((words) => words.language))('in %s has every score as a link in both parts, left to right, and no place left open', (language) => {
    const { html, text, subject: line } = render(language);
    const scores = Array.from({ length: 11 }, (_, score) => `https://ask.example.com/r/${subject.token}?score=${score}`);
    expect(linksOf(html)).toEqual([...scores, `https://ask.example.com/u/${subject.token}`]);
    expect(text.match(/https:\S+/g)).toEqual([...scores, `https://ask.example.com/u/${subject.token}`]);
    expect(html).toContain('class="scale" dir="ltr"');
    expect(html + text + line).not.toMatch(/\{\{|undefined/);
    expect(html).toContain(`<html lang="${language}" dir="${wordsFor(language).direction}"`);
  });

  it('names the reminder that a link stands in; the first message needs no name', () => {
    const { html, text } = render('en', { reminder: 2 });
    expect(linksOf(html)).toContain(`https://ask.example.com/r/${subject.token}?score=10&amp;m=2`);
    expect([text.match(/&m=2$/gm)?.length, linksOf(html).filter((link) => link.endsWith('&amp;m=2')).length]).toEqual([11, 11]);
  });

  it('shows eleven scores that differ in nothing but their number', () => {
    const styles = [...render().html.matchAll(/<a class="score"[^>]*style="([^"]*)"/g)].map((match) => match[1]);
    expect(styles).toHaveLength(11);
    expect(new Set(styles).size).toBe(1);
  });

  it('loads nothing from anywhere', () => {
    expect(render().html).not.toMatch(/src=|@import|<link|url\(/);
  });

  it('escapes what customers and enterprises are called', () => {
    const { html, text } = render('en', { name: '<img src=x onerror=alert(1)>', brand: 'A "B" & <C>' });
    expect(html).not.toContain('<img');
    expect(html).toContain('Hello &lt;img src=x onerror=alert(1)&gt;,');
    expect(html).toContain('A &quot;B&quot; &amp; &lt;C&gt;');
    expect(text).toContain('recommend A "B" & <C> to');
  });

  it('does not take a value for a place, and keeps emoji and right-to-left marks', () => {
    const { html, text } = render('he', { name: '{{token}} 🙂\u200f', unit: 'סניף\u200f 😀' });
    expect(html).toContain('שלום {{token}} 🙂\u200f,');
    expect(text).toContain('סניף\u200f 😀');
  });

  it('greets without a name where none is known', () => {
    expect(render('en', { name: null }).text).toMatch(/^Hello,\n/);
    expect(render('en', { name: ' ' }).text).toMatch(/^Hello,\n/);
  });

  it('gives the day in the zone of the unit', () => {
    expect(render().text).toContain('Visit to a branch · Haifa Port · 23 November 2026');
  });

  it('can be unsubscribed from with one click, and is the same message however often it is sent', () => {
    expect(render().headers).toMatchObject({
      'Auto-Submitted': 'auto-generated', 'List-Unsubscribe': `<https://ask.example.com/u/${subject.token}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
    expect(render().messageId).toBe(render('he').messageId);
  });

  it('stays in one line where a header wants one', () => {
    expect(render('en', { brand: 'Alon\r\nBcc: all@example.com' }).subject).toBe('One question from Alon Bcc: all@example.com');
  });
});

describe('wordsFor', () => {
  it.each([['he-IL', 'he'], ['iw', 'he'], ['AM', 'am'], ['ru-Cyrl-RU', 'ru'], ['ar-EG', 'ar'], ['fr', 'en'], [null, 'en'], ['', 'en']])('reads %j as %s', (tag, language) => {
    expect(wordsFor(tag).language).toBe(language);
  });
});
