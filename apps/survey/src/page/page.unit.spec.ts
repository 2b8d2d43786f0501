import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { LANGUAGES, messagesFor, PAGE_HEADERS, renderNotice, renderSurvey, type AnsweredSurvey, type Asked } from '../index.ts';

const asked = (over: Partial<Asked> = {}): Asked => ({
  messages: messagesFor('en')!, company: 'Alon & Sons', audience: 'customers', anonymous: false, served: true, path: '/r/token',
  about: { touchpoint: 'Visit to a branch', unit: 'Haifa Port', at: new Date('2026-11-22T22:30:00Z'), timeZone: 'Asia/Jerusalem' }, ...over,
});
const answer = (over: Partial<AnsweredSurvey> = {}): AnsweredSurvey => ({
  state: 'answered', score: 3, contactAllowed: false, nameAllowed: false, changeUntil: new Date('2026-11-29T12:00:00Z'), ...over,
});
const values = (page: string, name: string) => [...page.matchAll(new RegExp(`<input type="radio" name="${name}" value="(\\w+)"([^>]*)>`, 'g'))].map(([, value, rest]) => [value, rest!.includes('checked')]);

describe('the question', () => {
  it.each(LANGUAGES.map((messages) => [messages.tag, messages] as const))('in %s offers 0 to 10 once each, in this order, from left to right', (_tag, messages) => {
    const page = renderSurvey(asked({ messages }), { state: 'open' });
    expect(values(page, 'score').map(([value]) => Number(value))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(page).toContain('<div class="scale" dir="ltr">');
    expect(page).toContain(`<html lang="${messages.tag}" dir="${messages.direction}">`);
  });

  it('asks about the company by name in the field\'s exact words, and escapes it', () => {
    expect(renderSurvey(asked(), { state: 'open' })).toContain('<h1>How likely are you to recommend <bdi>Alon &amp; Sons</bdi> to a friend or colleague?</h1>');
  });

  it('has no score chosen unless the link preselects one, and then only that', () => {
    expect(values(renderSurvey(asked(), { state: 'open' }), 'score').some(([, checked]) => checked)).toBe(false);
    const preselected = values(renderSurvey(asked(), { state: 'open', score: 9 }), 'score').filter(([, checked]) => checked);
    expect(preselected).toEqual([['9', true]]);
  });

  it('gives no hint of segments: every choice is marked up alike but for its number', () => {
    const page = renderSurvey(asked(), { state: 'open' });
    const choices = [...page.matchAll(/<label>(<input type="radio" name="score".*?)<\/label>/g)].map(([, choice]) => choice!.replace(/<span class="heard".*?<\/span>/, '').replace(/\d+/g, 'N'));
    expect(new Set(choices).size).toBe(1);
  });

  it('shows the day of the visit as it was in the unit\'s own zone', () => {
    expect(renderSurvey(asked(), { state: 'open' })).toContain('November 23, 2026');
  });

  it('says what was wrong where a screen reader hears it, and keeps the words that were typed', () => {
    const page = renderSurvey(asked(), { state: 'open', problem: 'scoreMissing', comment: 'so "slow"' });
    expect(page).toContain('<fieldset aria-describedby="problem">');
    expect(page).toContain('role="alert" id="problem"');
    expect(page).toContain('value="so &quot;slow&quot;"');
  });
});

describe('after the answer', () => {
  it.each([[10, 'What did you like most?'], [9, 'why not 10?'], [8, 'What should be improved?'], [0, 'What should be improved?']])('a %i is asked "%s"', (score, words) => {
    expect(renderSurvey(asked(), answer({ score }))).toContain(words);
  });

  it('the two consents are "no" unless they were given', () => {
    const page = renderSurvey(asked(), answer());
    expect([values(page, 'contact'), values(page, 'name')]).toEqual([[['no', true], ['yes', false]], [['no', true], ['yes', false]]]);
    expect(values(renderSurvey(asked(), answer({ contactAllowed: true })), 'contact')).toEqual([['no', false], ['yes', true]]);
  });

  it('nobody is asked whether someone who did not serve them may see their name, nor an anonymous respondent anything', () => {
    expect(values(renderSurvey(asked({ served: false }), answer()), 'name')).toEqual([]);
    const anonymous = renderSurvey(asked({ anonymous: true }), answer());
    expect([values(anonymous, 'contact'), values(anonymous, 'name')]).toEqual([[], []]);
    expect(anonymous).toContain('but not who wrote it');
  });

  it('the words are shown back as text, whatever they hold', () => {
    expect(renderSurvey(asked(), answer({ comment: '<img src=x onerror=alert(1)>' }))).toContain('<blockquote dir="auto">&lt;img src=x onerror=alert(1)&gt;</blockquote>');
  });

  it('a lock by staff ends changes of the score but not of the words; the window\'s end ends both', () => {
    const byStaff = renderSurvey(asked(), answer({ locked: 'by-staff' }));
    expect([values(byStaff, 'score'), byStaff.includes('<textarea')]).toEqual([[], true]);
    const over = renderSurvey(asked(), answer({ locked: 'window-over', comment: 'slow' }));
    expect([over.includes('<form'), over.includes('slow')]).toEqual([false, true]);
  });
});

describe('every page', () => {
  const pages = LANGUAGES.flatMap((messages) => [
    renderSurvey(asked({ messages }), { state: 'open', score: 9 }),
    renderSurvey(asked({ messages }), answer({ comment: 'Waited 40 minutes.' })),
    renderNotice({ kind: 'unknown', messages }),
  ]);

  it('is under 14 KB on the wire, so that it comes with the first packets', () => {
    for (const page of pages) expect(gzipSync(page).length).toBeLessThan(14 * 1024);
  });

  it('fetches nothing and runs only the script and style whose hashes its policy names', () => {
    const policy = PAGE_HEADERS['content-security-policy']!;
    for (const page of pages) {
      expect(page).not.toMatch(/ (src|style|on\w+)=|@import|url\(/);
      for (const element of ['style', 'script']) {
        const content = new RegExp(`<${element}>([^]*?)</${element}>`).exec(page)![1]!;
        expect(policy).toContain(`'sha256-${createHash('sha256').update(content).digest('base64')}'`);
      }
    }
  });

  it('keeps the language that was chosen when a form is sent, and the preselected score when the language is changed', () => {
    const page = renderSurvey(asked({ messages: messagesFor('ru')!, chosen: 'ru' }), { state: 'open', score: 9 });
    expect(page).toContain('action="/r/token?lang=ru"');
    expect(page).toContain('href="/r/token?lang=he&amp;score=9"');
  });

  it('keeps which message led to it, whatever is sent or chosen', () => {
    const page = renderSurvey(asked({ message: 2 }), { state: 'open', score: 9 });
    expect(page).toContain('action="/r/token?m=2"');
    expect(page).toContain('href="/r/token?lang=he&amp;m=2&amp;score=9"');
  });
});
