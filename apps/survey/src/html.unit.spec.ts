import { html, phrase, plainPhrase } from './html.ts';

describe('markup', () => {
  it('never carries a value that could be read as markup, in content or in attributes', () => {
    expect(html`<p title="${`"><script>`}">${'<b>&\'</b>'}</p>`.text).toBe('<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;&#39;&lt;/b&gt;</p>');
  });

  it('nests, joins lists and leaves out what is absent, but not zero', () => {
    expect(html`<ul>${[1, 2].map((n) => html`<li>${n}</li>`)}${false}${null}${undefined}${0}</ul>`.text).toBe('<ul><li>1</li><li>2</li>0</ul>');
  });

  it('isolates filled-in values from the direction of the text, and escapes both', () => {
    expect(phrase('על {company} & עוד', { company: '<Bank>' }).text).toBe('על <bdi>&lt;Bank&gt;</bdi> &amp; עוד');
    expect(plainPhrase('על {company}', { company: 'Bank' })).toBe('על \u2068Bank\u2069');
  });
});
