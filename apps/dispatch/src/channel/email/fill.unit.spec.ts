import { escapeHtml, fill } from './fill.ts';

describe('fill', () => {
  it('refuses to leave a hole', () => expect(() => fill('Hello {{name}}', {})).toThrow('needs a value for name'));
  it('escapes values, not the text', () => expect(fill('<b>{{name}}</b>', { name: `<&"'>` }, escapeHtml)).toBe('<b>&lt;&amp;&quot;&#39;&gt;</b>'));
});
