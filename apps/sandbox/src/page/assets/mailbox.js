/**
 * The mailbox page: a list that new mail slides into without moving what is being read, and the chosen mail rendered in a sandboxed frame.
 * Plain script: the sandbox has no build step for pages.
 */
const POLL_MS = 2000;
const PAGE = 40;
const at = (id) => document.getElementById(id);
const [shell, list, reader, nothing, view, search, newer, more, empty] = ['shell', 'messages', 'reader', 'nothing', 'view', 'search', 'newer', 'more', 'empty'].map(at);

let shown = []; // newest first
let waiting = []; // arrived while the list was scrolled down
let next = null;
let open = null; // the whole message in the reader
let tab = 'html';

async function read(path, options) {
  const response = await fetch(path, options);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

function listUrl(cursor) {
  const query = new URLSearchParams({ limit: String(PAGE) });
  if (search.value.trim()) query.set('to', search.value.trim());
  if (cursor) query.set('cursor', cursor);
  return `/sandbox/inbox?${query}`;
}

function when(iso) {
  const time = new Date(iso);
  const seconds = Math.max(0, (Date.now() - time) / 1000);
  if (seconds < 60) return 'now';
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  if (time.toDateString() === new Date().toDateString()) return time.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  return time.toLocaleDateString([], { day: 'numeric', month: 'short' });
}

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
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
  showTab(tab);
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

async function fault(mode) {
  const modes = mode === undefined
    ? await read('/sandbox/faults')
    : await read('/sandbox/faults', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ channel: 'email', mode }) });
  at('fault').value = modes.email;
  at('fault').parentElement.classList.toggle('bad', modes.email !== 'ok');
}

/** What the demonstration is doing, in a few words. */
async function traffic() {
  const { phase, history, live } = await read('/sandbox/demo');
  const count = (number) => number.toLocaleString('en');
  const said = {
    off: '', waiting: 'Waiting for the platform', people: 'Making people known', catalogue: 'Building the bank', history: `Loading history: ${count(history.sent)} answers`,
    live: live && `${count(live.interactions)} visits, ${count(live.mails)} asked, ${count(live.answers)} answered since start`,
  };
  at('traffic').textContent = said[phase] ?? '';
}

function move(step) {
  const index = shown.findIndex(({ id }) => id === open?.id);
  const target = shown[index < 0 ? 0 : Math.min(Math.max(index + step, 0), shown.length - 1)];
  if (!target) return;
  void choose(target.id);
  list.querySelector(`[data-id="${target.id}"]`)?.scrollIntoView({ block: 'nearest' });
}

for (const button of document.querySelectorAll('[role=tab]')) button.addEventListener('click', () => showTab(button.dataset.view));
at('back').addEventListener('click', () => history.back());
at('fault').addEventListener('change', (event) => void fault(event.target.value));
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
  if (event.target.matches('input, select') || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'j') move(1);
  if (event.key === 'k') move(-1);
  if (event.key === 'Escape' && open) history.back();
});

await Promise.allSettled([load(), fault(), traffic()]);
if (/^#\d+$/.test(location.hash)) await choose(location.hash.slice(1), false).catch(() => undefined);
setInterval(() => { if (!document.hidden) Promise.allSettled([poll(), traffic()]); }, POLL_MS);
