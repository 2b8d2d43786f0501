import { readFileSync } from 'node:fs';
import { Problem } from '@candor/http';
import type { FastifyInstance } from 'fastify';
import { FAULT_MODES } from '../faults/faults.ts';
import { htmlPage } from './html.ts';

const ASSETS: Record<string, string> = {
  'base.css': 'text/css; charset=utf-8',
  'sign-in.css': 'text/css; charset=utf-8',
  'mailbox.css': 'text/css; charset=utf-8',
  'mailbox.js': 'text/javascript; charset=utf-8',
};

/** The page at /sandbox and its files. */
export function pageRoutes(fastify: FastifyInstance): void {
  fastify.get<{ Params: { name: string } }>('/sandbox/assets/:name', (request, reply) => {
    const { name } = request.params;
    const type = ASSETS[name];
    if (!type) throw new Problem({ status: 404, code: 'ROUTE.UNKNOWN', title: 'There is nothing at this address' });
    return reply.type(type).header('cache-control', 'no-cache').send(readFileSync(new URL(`assets/${name}`, import.meta.url)));
  });
  const page = mailboxPage();
  for (const url of ['/sandbox', '/sandbox/']) {
    fastify.get(url, (_request, reply) => reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page));
  }
}

function mailboxPage(): string {
  const modes = FAULT_MODES.map((mode) => `<option value="${mode}">${mode}</option>`).join('');
  return htmlPage('Mailbox', `
<header class="bar">
  <a class="brand" href="/sandbox"><span class="dot" aria-hidden="true"></span>Sandbox</a>
  <nav aria-label="Places"><a href="/">Console</a><a href="/docs">API</a></nav>
  <span id="traffic" class="traffic" role="status"></span>
  <label class="fault" title="How the mail provider behaves">Mail provider <select id="fault">${modes}</select></label>
</header>
<div class="shell" id="shell">
  <section class="list" aria-label="Messages">
    <div class="search"><input id="search" type="search" placeholder="Filter by recipient" aria-label="Filter by recipient" autocomplete="off"></div>
    <ol id="messages" aria-live="off"></ol>
    <p id="empty" class="quiet" hidden>No mail yet. Post an interaction and the invitation arrives here.</p>
    <button id="newer" class="newer" hidden></button>
    <button id="more" class="more" hidden>Older mail</button>
  </section>
  <article class="reader" id="reader" aria-label="Message" hidden>
    <div class="head">
      <button id="back" class="back" aria-label="Back to the list">←</button>
      <div class="titles"><h1 id="subject" dir="auto"></h1><p class="facts"><span id="from" dir="auto"></span> → <span id="to" dir="ltr"></span> · <time id="at"></time></p></div>
    </div>
    <div class="tabs" role="tablist" aria-label="View">
      <button role="tab" data-view="html" aria-selected="true">Mail</button><button role="tab" data-view="text">Text</button><button role="tab" data-view="headers">Headers</button><button role="tab" data-view="links">Links</button><button role="tab" data-view="raw">Source</button>
    </div>
    <div class="view" id="view"></div>
  </article>
  <div class="nothing" id="nothing"><p>Choose a message.</p><p class="quiet"><kbd>J</kbd> <kbd>K</kbd> move, links in a mail open in a new tab.</p></div>
</div>`, { styles: ['mailbox.css'], scripts: ['mailbox.js'] });
}
