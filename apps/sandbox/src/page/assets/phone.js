/** The phone: rings, is answered, shows what the voice says, and has keys. */
import { at, clock, element, face, onChange, post, read, spelled, when } from './dom.js';

const [idle, openView, list, search, others, number, status, transcript, keys, ringing, talking, speak, words, sound] =
  ['call-idle', 'call-open', 'call-list', 'call-search', 'call-others', 'call-number', 'call-status', 'call-transcript', 'call-keys', 'call-ringing', 'call-talking', 'call-speak', 'call-words', 'sound'].map(at);
const OVER = { completed: 'Ended', busy: 'Declined', 'no-answer': 'Not answered', failed: 'Failed', canceled: 'Canceled' };
const icon = (name) => document.querySelector(`#call-ringing [aria-label=${name}] svg`).cloneNode(true);
let open = null; // id of the call in hand
let call = null;
let drawn = '';
let loud = false;
let spoken = 0;

const duration = ({ answeredAt, endedAt }) => {
  const seconds = Math.max(0, Math.round(((endedAt ? new Date(endedAt) : Date.now()) - new Date(answeredAt)) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

function state({ status: now, answeredAt, listening, answeredBy }) {
  const connected = call.parent || call.transcript.some(({ verb, text }) => verb === 'Dial' && text === 'Connected');
  if (now === 'queued') return 'Calling';
  if (now === 'ringing') return 'Incoming call';
  if (now === 'in-progress') return `${duration(call)}${answeredBy === 'machine' ? ' · answering machine' : ''}${{ keys: ' · waits for keys', speech: ' · recording', 'somebody else': connected ? ' · connected' : ' · putting through' }[listening] ?? ''}`;
  return answeredAt ? `${OVER[now]}, ${duration(call)}` : OVER[now];
}

function row(one) {
  const live = one.status === 'ringing' || one.status === 'in-progress';
  const last = one.transcript.findLast(({ who }) => who === 'customer');
  const button = element('button', { class: `talk${live ? ' live' : ''}`, type: 'button', 'data-id': one.id }, face(one.to),
    element('span', { class: 'talk-text' },
      element('span', { class: 'talk-top' }, element('b', { dir: 'ltr' }, spelled(one.to)), element('time', { datetime: one.at }, when(one.at))),
      element('span', { class: 'talk-last', dir: 'auto' }, live ? (one.status === 'ringing' ? 'Rings' : 'In a call') : `${OVER[one.status] ?? one.status}${last ? ` · ${last.text}` : ''}`)));
  button.addEventListener('click', () => choose(one.id));
  return button;
}

/** Another phone that rings meanwhile: the person somebody is put through to, or the next customer. */
function other(one) {
  const answer = element('button', { class: 'answer small', 'aria-label': `Answer the phone of ${one.to}` }, icon('Answer'));
  const decline = element('button', { class: 'decline small', 'aria-label': `Decline on the phone of ${one.to}` }, icon('Decline'));
  answer.addEventListener('click', async () => { await act('answer', {}, one.id); if (!one.parent) choose(one.id); });
  decline.addEventListener('click', () => void act('hangup', {}, one.id));
  const talks = one.status === 'in-progress';
  const says = talks ? 'Talking: switch to this phone' : one.parent ? 'The bank is called' : 'Rings';
  const take = element('button', { class: 'other-text', type: 'button', disabled: !talks }, element('b', { dir: 'ltr' }, spelled(one.to)), element('span', {}, says));
  take.addEventListener('click', () => choose(one.id));
  return element('div', { class: 'other' }, face(one.to), take, talks ? null : answer, decline);
}

function line({ at: time, who, verb, text, language, url }) {
  const tag = element('span', { class: 'verb' }, `${verb} · ${clock(time)}`);
  const body = url ? element('p', {}, element('a', { href: url, target: '_blank', rel: 'noopener' }, `♪ ${text}`)) : element('p', { dir: 'auto', lang: language }, verb === 'Digits' ? [...text].join(' ') : text);
  return element('div', { class: 'line', 'data-who': who, 'data-verb': verb }, body, tag);
}

/** Reads aloud what came since the last look, where somebody switched sound on. */
function hear(lines) {
  for (const { who, verb, text, language, url } of lines.slice(spoken)) {
    if (!loud || who !== 'voice') continue;
    if (url) void new Audio(url).play().catch(() => undefined);
    if (verb === 'Say') speechSynthesis.speak(Object.assign(new SpeechSynthesisUtterance(text), { rate: 1.6, ...(language ? { lang: language } : {}) }));
  }
  spoken = lines.length;
}

function drawCall() {
  number.textContent = spelled(call.to);
  at('call-from').textContent = `from ${spelled(call.from)}`;
  status.textContent = state(call);
  openView.dataset.status = call.status;
  const over = call.status in OVER;
  ringing.hidden = call.status !== 'ringing';
  talking.hidden = keys.hidden = call.status !== 'in-progress';
  speak.hidden = call.status !== 'in-progress' || !['speech', 'somebody else'].includes(call.listening);
  words.placeholder = call.listening === 'speech' ? 'Speak after the beep' : 'Talk to the person';
  const signature = JSON.stringify([call.id, call.transcript, call.recordings, over]);
  if (signature === drawn) return;
  drawn = signature;
  hear(call.transcript);
  const recordings = call.recordings.map(({ audio, seconds }) => element('div', { class: 'line', 'data-who': 'customer', 'data-verb': 'Recording' }, element('audio', { controls: true, preload: 'none', src: audio }), element('span', { class: 'verb' }, `Recording, ${seconds} s`)));
  transcript.replaceChildren(...call.transcript.map(line), ...recordings);
  transcript.scrollTop = transcript.scrollHeight;
  if (!speak.hidden && matchMedia('(hover: hover)').matches) words.focus();
}

async function draw() {
  const { data } = await read(`/sandbox/calls?limit=40${search.value && !open ? `&to=${encodeURIComponent(search.value)}` : ''}`);
  // A phone in nobody's hand rings by itself.
  if (!open && !search.value) open = data.find((one) => one.status === 'ringing' && !one.parent)?.id ?? null;
  document.querySelector('.switcher [data-place=call]').classList.toggle('rings', data.some((one) => one.status === 'ringing'));
  call = open ? (data.find(({ id }) => id === open) ?? (await read(`/sandbox/calls/${open}`).catch(() => null))) : null;
  if (!call) open = null;
  idle.hidden = Boolean(open);
  openView.hidden = !open;
  const beside = data.filter((one) => one.id !== open && ((((one.parent && one.parent === open) || one.id === call?.parent) && !(one.status in OVER)) || (open && one.status === 'ringing'))).slice(0, 2);
  const signature = JSON.stringify(beside.map(({ id, status: now }) => [id, now]));
  if (others.dataset.drawn !== signature) {
    others.dataset.drawn = signature;
    others.replaceChildren(...beside.map(other));
  }
  if (call) return drawCall();
  drawn = '';
  list.replaceChildren(...(data.length ? data.map(row) : [element('p', { class: 'hollow' }, 'No calls yet. A programme with the channel voice calls here.')]));
}

function choose(id) {
  open = id;
  drawn = '';
  spoken = 0;
  void look();
}

function leave() {
  // What still rings is left ringing, for somebody else.
  search.value = '';
  open = null;
  idle.hidden = false;
  openView.hidden = true;
  void read('/sandbox/calls?limit=40').then(({ data }) => list.replaceChildren(...data.map(row)));
}

const act = (what, body = {}, id = open) => post(`/sandbox/calls/${id}/${what}`, body).then(look, look);
let looking = false;
let again = false;
async function look() {
  if (looking) return void (again = true);
  looking = true;
  await draw().catch(() => undefined);
  looking = false;
  if (again) { again = false; await look(); }
}

for (const key of keys.children) key.addEventListener('click', () => void act('digits', { digits: key.dataset.key }));
at('call-answer').addEventListener('click', () => void act('answer'));
at('call-machine').addEventListener('click', () => void act('answer', { as: 'machine' }));
at('call-decline').addEventListener('click', () => void act('hangup'));
at('call-hangup').addEventListener('click', () => void act('hangup'));
at('call-back').addEventListener('click', leave);
speak.addEventListener('submit', (event) => {
  event.preventDefault();
  const text = words.value.trim();
  words.value = '';
  if (text) void act('speak', { text });
});
// Typing takes longer than speaking: meanwhile nobody may take it for silence.
let breathed = 0;
words.addEventListener('input', () => {
  if (Date.now() - breathed < 800 || !open) return;
  breathed = Date.now();
  void fetch(`/sandbox/calls/${open}/breathe`, { method: 'POST' });
});
search.addEventListener('input', () => void look());
sound.addEventListener('click', () => {
  loud = !loud;
  sound.setAttribute('aria-pressed', String(loud));
  if (!loud) speechSynthesis.cancel();
});
addEventListener('keydown', (event) => {
  if (call?.status !== 'in-progress' || event.target.matches('input, select') || event.ctrlKey || event.metaKey || event.altKey || !/^[0-9*#]$/.test(event.key)) return;
  void act('digits', { digits: event.key });
});
setInterval(() => { if (call?.status === 'in-progress') status.textContent = state(call); }, 1000);
onChange((changed) => { if (!changed || changed.some((what) => what.startsWith('call '))) void look(); });
void look();
