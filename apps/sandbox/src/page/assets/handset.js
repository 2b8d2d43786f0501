/** The handset: conversations by number, bubbles, and what the customer types. */
import { at, clock, element, face, linked, onChange, post, read, spelled, when } from './dom.js';

const [flow, search, finder, back, title, sub, compose, input, quick] = ['sms-flow', 'sms-search', 'sms-finder', 'sms-back', 'sms-title', 'sms-sub', 'sms-compose', 'sms-text', 'sms-quick'].map(at);
const SUGGESTED = ['10', '9', '7', '3', 'STOP'];
let open = null; // the number whose conversation is shown
let drawn = '';

function row({ number, last }) {
  const button = element('button', { class: 'talk', type: 'button' }, face(number),
    element('span', { class: 'talk-text' },
      element('span', { class: 'talk-top' }, element('b', { dir: 'ltr' }, spelled(number)), element('time', { datetime: last.at }, when(last.at))),
      element('span', { class: 'talk-last', dir: 'auto' }, last.direction === 'in' ? `${last.status === 'undelivered' ? '! ' : '✓ '}${last.text}` : last.text)));
  button.addEventListener('click', () => void choose(number));
  return button;
}

async function drawList() {
  const { data } = await read(`/sandbox/handsets?number=${encodeURIComponent(search.value)}`);
  if (open) return;
  const signature = `list ${JSON.stringify(data)}`;
  if (signature === drawn) return;
  drawn = signature;
  flow.replaceChildren(...(data.length ? data.map(row) : [element('p', { class: 'hollow' }, search.value ? 'No messages for this number.' : 'No text messages yet. A programme with the channel sms sends them here.')]));
}

const TICKS = { sent: ['✓', 'sent'], delivered: ['✓✓', 'taken'], undelivered: ['!', 'not taken'] };

function bubble(text, index, all) {
  const mine = text.direction === 'in';
  const [tick, meaning] = TICKS[text.status];
  const facts = mine
    ? element('span', { class: 'facts' }, clock(text.at), ' ', element('b', { class: `tick ${text.status}`, title: `${meaning} by the bank`, 'aria-label': `${meaning} by the bank` }, tick))
    : element('span', { class: 'facts' }, `${clock(text.at)} · ${text.via === 'smpp' ? 'SMPP' : 'Twilio'} · ${text.segments} ${text.segments === 1 ? 'segment' : 'segments'}${text.status === 'delivered' ? '' : ` · ${text.status}`}`);
  const follows = all[index - 1]?.direction === text.direction;
  return element('div', { class: `bubble ${mine ? 'mine' : 'theirs'}${follows ? ' follows' : ''}${text.status === 'undelivered' ? ' lost' : ''}` }, element('p', { dir: 'auto' }, ...linked(text.text)), facts);
}

async function drawTalk() {
  const number = open;
  const { data } = await read(`/sandbox/handsets/${encodeURIComponent(number)}`);
  const signature = `talk ${number} ${JSON.stringify(data)}`;
  if (open !== number || signature === drawn) return;
  drawn = signature;
  const sender = data.findLast(({ direction }) => direction === 'out')?.sender ?? '';
  const named = sender !== '' && !/^\+/.test(sender);
  title.textContent = sender ? spelled(sender) : 'The bank';
  sub.textContent = `to ${spelled(number)}`;
  input.disabled = named;
  input.placeholder = named ? `${sender} cannot receive replies` : 'Text message';
  quick.hidden = named;
  flow.replaceChildren(...data.map(bubble));
  flow.scrollTop = flow.scrollHeight;
}

const draw = () => (open ? drawTalk() : drawList()).catch(() => undefined);

async function choose(number) {
  open = number;
  for (const [part, shown] of [[back, true], [finder, false], [compose, true], [quick, true]]) part.hidden = !shown;
  await draw();
  if (matchMedia('(hover: hover)').matches) input.focus();
}

function close() {
  open = null;
  title.textContent = 'Messages';
  sub.textContent = '';
  for (const [part, shown] of [[back, false], [finder, true], [compose, false], [quick, false]]) part.hidden = !shown;
  void draw();
}

async function send(text) {
  if (!open || !text) return;
  input.value = '';
  await post('/sandbox/sms', { from: open, text }).catch((error) => flow.append(element('p', { class: 'hollow' }, error.message)));
  await draw();
}

quick.append(...SUGGESTED.map((text) => {
  const button = element('button', { type: 'button' }, text);
  button.addEventListener('click', () => void send(text));
  return button;
}));
back.addEventListener('click', close);
compose.addEventListener('submit', (event) => { event.preventDefault(); void send(input.value); });
input.addEventListener('keydown', (event) => { if (event.key === 'Escape') close(); });
search.addEventListener('input', () => void draw());
onChange((changed) => { if (!changed || changed.some((what) => (open ? what === `sms ${open}` : what.startsWith('sms ')))) void draw(); });
void draw();
