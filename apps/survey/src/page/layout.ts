import { Html, html, plainPhrase, type Fragment } from '../html.ts';
import type { Messages } from '../languages/messages.ts';
import { script, style } from './assets.ts';

export interface Page {
  readonly messages: Messages;
  readonly title: string;
  /** Whose page it is, above everything; absent where it is not known. */
  readonly company?: string;
  readonly content: Fragment;
  /** The same page in other languages. */
  readonly languages: readonly { readonly messages: Messages; readonly href: string }[];
}

/** The whole document: nothing is fetched, so the first answer of the network is the page. */
export function layout(page: Page): string {
  const { messages } = page;
  return html`<!doctype html>
<html lang="${messages.tag}" dir="${messages.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<title>${page.title}</title>
<link rel="icon" href="data:,">
<style>${new Html(style)}</style>
</head>
<body>
<div id="page">
${page.company !== undefined && html`<header><bdi>${page.company}</bdi></header>`}
<main>${page.content}</main>
${page.languages.length > 0 && html`<footer><nav aria-label="${plainPhrase(messages.languages)}">${page.languages.map((other) =>
    other.messages.tag === messages.tag
      ? html`<span aria-current="true" lang="${other.messages.tag}">${other.messages.name}</span>`
      : html`<a href="${other.href}" lang="${other.messages.tag}" hreflang="${other.messages.tag}">${other.messages.name}</a>`)}</nav></footer>`}
</div>
<script>${new Html(script)}</script>
</body>
</html>`.text;
}
