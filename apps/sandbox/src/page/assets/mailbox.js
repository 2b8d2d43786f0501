/**
 * The mailbox page: a list that new mail slides into without moving what is being read, and the chosen mail rendered in a sandboxed frame.
 */
import { at, element, onChange, post, read, when } from './dom.js';

const PAGE = 40;
const [shell, list, reader, nothing, view, search, newer, more, empty] = ['shell', 'messages', 'reader', 'nothing', 'view', 'search', 'newer', 'more', 'empty'].map(at);

let shown = []; // newest first
let waiting = []; // arrived while the list was scrolled down
let next = null;
let open = null; // the whole message in the reader
let tab = 'html';

function listUrl(cursor) {
  const query = new URLSearchParams({ limit: String(PAGE) });
  if (search.value.trim()) query.set('to', search.value.trim());
  if (cursor) query.set('cursor', cursor);
  return `/sandbox/inbox?${query}`;
}

function row(mail) {
  const time = element('time', { datetime: mail.at, title: new Date(mail.at).toLocaleString() }, when(mail.at));
  const button = element('button', { class: 'message', 'data-id': mail.id, 'aria-current': String(open?.id === mail.id) },
    element('span', { class: 'top' }, element('span', { class: 'to', dir: 'ltr' }, mail.to), time),
    element('span', { class: 'subject', dir: 'auto' }, mail.subject || '(no subject)'),
    element('span', { class: 'preview', dir: 'auto' }, mail.preview));
  button.addEventListener('click', () => choose(mail.id));
  return element('li', {}, button);
}

function draw() {
  list.replaceChildren(...shown.map(row));
  empty.hidden = shown.length > 0;
  empty.textContent = search.value.trim() ? 'No mail for this recipient.' : 'No mail yet. Post an interaction and the invitation arrives here.';
  more.hidden = !next;
  newer.hidden = waiting.length === 0;
  newer.textContent = `${waiting.length} new`;
}

async function load() {
  const page = await read(listUrl());
  shown = page.data;
  waiting = [];
  next = page.next;
  draw();
}

/** New mail goes on top; who has scrolled down is told, not moved. */
async function poll() {
  const page = await read(listUrl());
  const known = new Set([...waiting, ...shown].map(({ id }) => id));
  const fresh = page.data.filter(({ id }) => !known.has(id));
  if (fresh.length === PAGE) return load();
  waiting = [...fresh, ...waiting];
  if (list.parentElement.scrollTop < 40) showWaiting();
  else if (fresh.length > 0) draw();
  for (const time of list.querySelectorAll('time')) time.textContent = when(time.dateTime);
}

function showWaiting() {
  if (waiting.length === 0) return;
  shown = [...waiting, ...shown];
  waiting = [];
  draw();
}

async function choose(id, remember = true) {
  open = await read(`/sandbox/messages/${id}`);
  if (remember) history.pushState({ id }, '', `#${id}`);
  reader.hidden = false;
  nothing.hidden = true;
  shell.classList.add('reading');
  at('subject').textContent = open.subject || '(no subject)';
  at('from').textContent = open.from || open.envelopeFrom;
  at('to').textContent = open.to;
  at('at').textContent = new Date(open.at).toLocaleString();
  for (const button of list.querySelectorAll('.message')) button.setAttribute('aria-current', String(button.dataset.id === id));
  at('gave-back').textContent = '';
  showTab(tab);
}

/** What the recipient's server does with the mail that is open. */
async function giveBack(how, done) {
  const said = await post(`/sandbox/messages/${open.id}/${how}`).then(() => done, (error) => error.message);
  at('gave-back').textContent = said;
}

function close() {
  open = null;
  reader.hidden = true;
  nothing.hidden = false;
  shell.classList.remove('reading');
  draw();
}

const TABS = {
  html: () => element('iframe', { sandbox: 'allow-popups allow-popups-to-escape-sandbox', src: `/sandbox/messages/${open.id}/html`, title: 'The mail as its recipient sees it' }),
  text: () => element('pre', { class: 'words', dir: 'auto' }, open.text || '(no text part)'),
  headers: () => element('table', {}, ...Object.entries(open.headers).map(([name, value]) => element('tr', {}, element('th', { scope: 'row' }, name), element('td', { dir: 'auto' }, value)))),
  links: () => element('ul', {}, ...open.links.map((link) => element('li', {}, element('a', { href: link, target: '_blank', rel: 'noopener' }, link)))),
  raw: () => element('pre', {}, open.raw),
};

function showTab(name) {
  tab = name;
  for (const button of document.querySelectorAll('[role=tab]')) button.setAttribute('aria-selected', String(button.dataset.view === name));
  view.replaceChildren(TABS[name]());
}

function move(step) {
  const index = shown.findIndex(({ id }) => id === open?.id);
  const target = shown[index < 0 ? 0 : Math.min(Math.max(index + step, 0), shown.length - 1)];
  if (!target) return;
  void choose(target.id);
  list.querySelector(`[data-id="${target.id}"]`)?.scrollIntoView({ block: 'nearest' });
}

for (const button of document.querySelectorAll('[role=tab]')) button.addEventListener('click', () => showTab(button.dataset.view));
at('bounce').addEventListener('click', () => void giveBack('bounce', 'Returned.'));
at('complain').addEventListener('click', () => void giveBack('complain', 'Complaint sent.'));
at('back').addEventListener('click', () => history.back());
newer.addEventListener('click', () => { list.parentElement.scrollTop = 0; showWaiting(); });
more.addEventListener('click', async () => {
  const page = await read(listUrl(next));
  shown = [...shown, ...page.data];
  next = page.next;
  draw();
});
let typing;
search.addEventListener('input', () => { clearTimeout(typing); typing = setTimeout(() => void load(), 200); });
addEventListener('popstate', (event) => (event.state?.id ? void choose(event.state.id, false) : close()));
addEventListener('keydown', (event) => {
  if (event.target.matches('input, select, .device *') || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'j') move(1);
  if (event.key === 'k') move(-1);
  if (event.key === 'Escape' && open) history.back();
});

await load().catch(() => undefined);
if (/^#\d+$/.test(location.hash)) await choose(location.hash.slice(1), false).catch(() => undefined);
// One look at a time: word comes faster than answers under load.
let looking = false;
onChange(async (changed) => {
  if (looking || (changed && !changed.includes('mail'))) return;
  looking = true;
  await poll().catch(() => undefined);
  looking = false;
});
