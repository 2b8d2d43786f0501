/** What surrounds the devices: which one is shown where there is room for one, the switches of the wires, and becoming a customer. */
import { at, clock, element, onChange, post, read } from './dom.js';

const desk = document.body;

function show(place) {
  desk.dataset.place = place;
  for (const button of document.querySelectorAll('[data-place][aria-pressed]')) button.setAttribute('aria-pressed', String(button.dataset.place === place));
  try { localStorage.setItem('sandbox.place', place); } catch { /* private windows */ }
}
for (const button of document.querySelectorAll('.switcher button')) button.addEventListener('click', () => show(button.dataset.place));
show(['mail', 'sms', 'call', 'wires'].find((place) => place === (localStorage.getItem('sandbox.place') ?? '')) ?? 'mail');

function lamps(faults) {
  const modes = { email: faults.email, voice: faults.voice, ...faults.providers };
  for (const wire of document.querySelectorAll('.wire')) {
    const mode = modes[wire.dataset.line];
    wire.dataset.mode = mode;
    wire.querySelector('select').value = mode;
  }
  document.querySelector('.switcher [data-place=wires]').classList.toggle('bad', Object.values(modes).some((mode) => mode !== 'ok'));
}
for (const wire of document.querySelectorAll('.wire')) {
  wire.querySelector('select').addEventListener('change', async (event) => {
    const { line } = wire.dataset;
    const target = line === 'email' || line === 'voice' ? { channel: line } : { channel: 'sms', provider: line };
    lamps(await post('/sandbox/faults', { ...target, mode: event.target.value }));
  });
}

/** What the demonstration is doing, in a few words. */
async function traffic() {
  const { phase, history, live, visits } = await read('/sandbox/demo');
  const count = (number) => number.toLocaleString('en');
  const said = {
    off: '', waiting: 'Waiting for the platform', people: 'Making people known', catalogue: 'Building the bank', history: `Loading history: ${count(history.sent)} answers`,
    live: live && `${count(live.interactions)} visits, ${count(live.mails + (live.texts ?? 0) + (live.calls ?? 0))} asked, ${count(live.answers)} answered since start`,
  };
  at('traffic').textContent = said[phase] ?? '';
  at('visit-open').hidden = !visits?.length;
  if (visits?.length && !at('visit').firstChild) at('visit').append(visitForm(visits));
}

const field = (label, control) => element('label', { class: 'field' }, element('span', {}, label), control);

/** Lets whoever plays be the customer of something, so that an invitation comes to their own address. */
function visitForm(visits) {
  const what = element('select', { name: 'touchpoint' }, ...visits.map(({ key, name }) => element('option', { value: key }, name)));
  const email = element('input', { name: 'email', type: 'email', value: 'me@mail.example', autocomplete: 'off' });
  const phone = element('input', { name: 'phone', type: 'tel', value: '+972501112233', autocomplete: 'off' });
  const language = element('select', { name: 'language' }, ...[['en', 'English'], ['he', 'עברית'], ['am', 'አማርኛ'], ['ru', 'Русский']].map(([code, name]) => element('option', { value: code }, name)));
  const said = element('p', { class: 'said', role: 'status' });
  const form = element('form', { method: 'dialog' }, element('h2', {}, 'Be a customer'),
    element('p', { class: 'quiet' }, 'Something happens between you and the bank. If you are asked, it comes here: to your mail, your handset or your phone.'),
    field('What happens', what), field('Your e-mail', email), field('Your phone', phone), field('Your language', language), said,
    element('div', { class: 'buttons' }, element('button', { type: 'button', class: 'plain', 'data-close': true }, 'Close'), element('button', { class: 'primary' }, 'Let it happen')));
  form.querySelector('[data-close]').addEventListener('click', () => at('visit').close());
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    said.textContent = 'Sending';
    const answer = await post('/sandbox/visits', Object.fromEntries(new FormData(form))).catch((error) => ({ said: error.message }));
    said.textContent = answer.said;
  });
  return form;
}
at('visit-open').addEventListener('click', () => at('visit').showModal());

function tick() {
  for (const face of document.querySelectorAll('.clock')) face.textContent = clock(new Date());
}
tick();
setInterval(tick, 5000);
onChange((changed) => {
  if (!changed || changed.includes('faults')) void read('/sandbox/faults').then(lamps, () => undefined);
  if (!changed) void traffic().catch(() => undefined);
});
