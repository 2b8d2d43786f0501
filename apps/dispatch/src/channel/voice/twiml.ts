/** One element of a TwiML document. Attributes are always given in full: what a missing one means differs between providers. */
export type Verb =
  | { verb: 'Say'; language: string; voice?: string | undefined; text: string }
  | { verb: 'Play'; url: string }
  | { verb: 'Gather'; action: string; numDigits: number; timeout: number; children: readonly Spoken[] }
  | { verb: 'Record'; action: string; maxLength: number; timeout: number; recordingStatusCallback: string; transcribeCallback: string | null }
  | { verb: 'Dial'; action: string; callerId: string; timeout: number; number: string }
  | { verb: 'Redirect'; url: string }
  | { verb: 'Hangup' };
export type Spoken = Extract<Verb, { verb: 'Say' | 'Play' }>;

/** The document that tells the provider how the call goes on. */
export const renderTwiml = (verbs: readonly Verb[]): string => `<?xml version="1.0" encoding="UTF-8"?>\n<Response>${verbs.map(render).join('')}</Response>`;

function render(one: Verb): string {
  switch (one.verb) {
    case 'Say':
      return element('Say', { language: one.language, voice: one.voice, loop: 1 }, escapeXml(one.text));
    case 'Play':
      return element('Play', { loop: 1 }, escapeXml(one.url));
    case 'Gather': {
      const { action, numDigits, timeout } = one;
      return element('Gather', { input: 'dtmf', numDigits, finishOnKey: '#', timeout, actionOnEmptyResult: true, action, method: 'POST' }, one.children.map(render).join(''));
    }
    case 'Record': {
      const { action, maxLength, timeout, recordingStatusCallback, transcribeCallback } = one;
      return element('Record', {
        action, method: 'POST', maxLength, timeout, finishOnKey: '#', playBeep: true, trim: 'do-not-trim', recordingStatusCallback, recordingStatusCallbackMethod: 'POST',
        recordingStatusCallbackEvent: 'completed', transcribe: transcribeCallback !== null, transcribeCallback: transcribeCallback ?? undefined,
      });
    }
    case 'Dial': {
      const { action, callerId, timeout, number } = one;
      return element('Dial', { action, method: 'POST', callerId, timeout, hangupOnStar: false, record: 'do-not-record', answerOnBridge: false }, element('Number', {}, escapeXml(number)));
    }
    case 'Redirect':
      return element('Redirect', { method: 'POST' }, escapeXml(one.url));
    case 'Hangup':
      return '<Hangup/>';
  }
}

function element(name: string, attributes: Readonly<Record<string, string | number | boolean | undefined>>, content = ''): string {
  const written = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escapeXml(String(value))}"`])).join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
/** What XML 1.0 cannot hold at all, and marks of direction, which a voice might read out. */
const UNSPEAKABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\u200e\u200f\u202a-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const escapeXml = (text: string): string => text.replace(UNSPEAKABLE, ' ').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
