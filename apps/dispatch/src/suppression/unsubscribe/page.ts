import { escapeHtml, fill } from '../../channel/email/fill.ts';
import type { MailWords } from '../../channel/email/words/index.ts';

/** No script, no font, no address of anybody else's; the style's hash is in the policy. */
const STYLE = `
:root { color-scheme: light dark; --page: #f3f4f6; --card: #fff; --ink: #1c2430; --soft: #5b6573; --accent: #2f5bd7; --on-accent: #fff }
@media (prefers-color-scheme: dark) { :root { --page: #12161c; --card: #1c222b; --ink: #eef1f5; --soft: #aab3c0; --accent: #8fb0ff; --on-accent: #10151d } }
* { box-sizing: border-box }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 16px; background: var(--page); color: var(--ink); font: 17px/1.5 system-ui, 'Noto Sans', 'Noto Sans Hebrew', 'Noto Sans Ethiopic', sans-serif }
main { width: 100%; max-width: 480px; background: var(--card); border-radius: 12px; padding: 32px 24px }
h1 { margin: 0 0 12px; font-size: 22px; line-height: 1.3 }
p { margin: 0 0 24px }
p:last-child { margin: 0 }
button { width: 100%; min-height: 48px; padding: 10px 20px; border: 0; border-radius: 8px; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; cursor: pointer }
button:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px }
`;

export type PageState = { kind: 'ask' | 'done'; addresses: readonly string[] } | { kind: 'unknown' };

/** The page behind the link in the mail: one button, or the news that it is done. */
export function unsubscribePage(words: MailWords, state: PageState): string {
  const { page } = words;
  const title = state.kind === 'unknown' ? page.unknownTitle : page.title;
  const text = (sentence: string, addresses: readonly string[]): string => fill(escapeHtml(sentence), { address: addresses.map((one) => `<bdi>${escapeHtml(masked(one))}</bdi>`).join(', ') });
  const body = state.kind === 'ask'
    ? `<p>${text(page.question, state.addresses)}</p><form method="post"><button type="submit">${escapeHtml(page.button)}</button></form>`
    : `<p role="status">${state.kind === 'done' ? text(page.done, state.addresses) : escapeHtml(page.unknown)}</p>`;
  return `<!doctype html>
<html lang="${words.language}" dir="${words.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body><main><h1>${escapeHtml(title)}</h1>${body}</main></body>
</html>`;
}

export { STYLE };

/** Mails are forwarded: enough to recognise one's own address, too little to learn another's. */
function masked(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 1 ? `•••${address.slice(-2)}` : `${address.slice(0, 1)}•••${address.slice(at)}`;
}
