/** What the devices of the page share: elements, reading and posting, times, and word of what changed. */
export const at = (id) => document.getElementById(id);

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== false && value != null) made.setAttribute(key, value === true ? '' : value);
  made.append(...children.filter((child) => child != null));
  return made;
}

export async function read(path, options) {
  const response = await fetch(path, options);
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw Object.assign(new Error(body.detail ?? body.title ?? `${path}: ${response.status}`), { status: response.status });
  return body;
}

export const post = (path, body = {}) => read(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

export function when(iso) {
  const time = new Date(iso);
  const seconds = Math.max(0, (Date.now() - time) / 1000);
  if (seconds < 60) return 'now';
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  if (time.toDateString() === new Date().toDateString()) return clock(time);
  return time.toLocaleDateString([], { day: 'numeric', month: 'short' });
}

export const clock = (time) => new Date(time).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** `+97250…` in groups, as people read it. */
export const spelled = (number) => (/^\+972\d{8,9}$/.test(number) ? number.replace(/^(\+972)(\d{1,2})(\d{3})(\d{4})$/, '$1 $2 $3 $4') : number.replace(/^(\+\d{1,3})(\d{2,3})(\d{3})(\d+)$/, '$1 $2 $3 $4'));

/** A face for a number: two digits on a colour of its own. */
export function face(number) {
  const hue = [...number].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 360, 7);
  return element('span', { class: 'face', style: `--hue:${hue}`, 'aria-hidden': 'true' }, number.slice(-2));
}

/** Text with its addresses as links. */
export function linked(text) {
  return text.split(/(https?:\/\/[^\s<>"')\]]+[^\s<>"')\].,;:!?])/g).map((part, index) => (index % 2 ? element('a', { href: part, target: '_blank', rel: 'noopener', dir: 'ltr' }, part.replace(/^https?:\/\//, '')) : part));
}

const listeners = [];
/** @param {(changed: string[] | null) => void} listener told what changed; null: look at everything */
export const onChange = (listener) => void listeners.push(listener);
const tell = (changed) => { for (const listener of listeners) listener(changed); };

const stream = new EventSource('/sandbox/live');
stream.onmessage = (event) => tell(JSON.parse(event.data));
stream.onopen = () => tell(null);
// Where the stream is cut, somebody still looks now and then.
setInterval(() => { if (!document.hidden) tell(null); }, 4000);
