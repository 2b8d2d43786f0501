import { isPerson } from './is-person.ts';

const browser = { 'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile/15E148 Safari/604.1' };

describe('isPerson', () => {
  it('takes a browser at our page for a person', () => {
    expect([isPerson(browser), isPerson({ ...browser, 'sec-fetch-site': 'same-origin' })]).toEqual([true, true]);
  });
  it.each([
    ['names no browser', {}], ['calls itself a robot', { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' }], ['is a browser without a screen', { 'user-agent': 'Mozilla/5.0 HeadlessChrome/130.0' }],
    ['is a mail scanner', { 'user-agent': 'Barracuda Sentinel (EE)' }], ['fetches ahead', { ...browser, 'sec-purpose': 'prefetch;prerender' }], ['comes from another page', { ...browser, 'sec-fetch-site': 'cross-site' }],
  ])('takes for none who %s', (_what, headers) => expect(isPerson(headers)).toBe(false));
});
