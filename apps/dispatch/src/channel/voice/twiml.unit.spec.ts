import { MACHINE_SPEECH, speaker } from './prompts.ts';
import { renderTwiml } from './twiml.ts';
import { ALL_VOICE_WORDS } from './words/index.ts';

const documentOf = (language: string, brand: string) => renderTwiml([speaker(language, brand, MACHINE_SPEECH)('opening')]);

describe('a TwiML document', () => {
  it('escapes what the enterprise is called', () => {
    expect(documentOf('en', `A & B <"Sons">'s`)).toContain('from A &amp; B &lt;&quot;Sons&quot;&gt;&apos;s with one question');
  });

  it('holds nothing that XML cannot: control characters, halves of pairs, marks of direction', () => {
    const document = documentOf('he', 'a\u0000b\u202Ec\uD800d\u2067e 🙂');
    expect(document).not.toMatch(/[\u0000\u202e\u2067]/);
    expect(Buffer.from(document, 'utf8').toString('utf8')).toBe(document);
    expect(document).toContain('🙂');
  });

  it('gives every attribute, since defaults differ between providers', () => {
    const action = 'https://nps.example/a?b=1&c=2';
    expect(renderTwiml([{ verb: 'Record', action, maxLength: 45, timeout: 4, recordingStatusCallback: action, transcribeCallback: null }])).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<Response><Record action="https://nps.example/a?b=1&amp;c=2" method="POST" maxLength="45" timeout="4" finishOnKey="#" playBeep="true" trim="do-not-trim" '
      + 'recordingStatusCallback="https://nps.example/a?b=1&amp;c=2" recordingStatusCallbackMethod="POST" recordingStatusCallbackEvent="completed" transcribe="false"/></Response>',
    );
    expect(renderTwiml([{ verb: 'Dial', action, callerId: '+1', timeout: 20, number: '+2' }])).toContain('callerId="+1" timeout="20" hangupOnStar="false" record="do-not-record"');
  });
});

describe('prompts', () => {
  it.each([['en', 'en-GB'], ['he-IL', 'he-IL'], ['iw', 'he-IL'], ['am', 'am-ET'], ['ru', 'ru-RU'], ['ar-EG', 'ar-XA'], ['fr', 'en-GB']])('in %s are spoken by a voice of %s', (tag, locale) => {
    expect(speaker(tag, 'x', MACHINE_SPEECH)('thanks')).toMatchObject({ verb: 'Say', language: locale });
  });

  it('name the brand in the opening and the score in its repetition, in every language', () => {
    for (const { language } of ALL_VOICE_WORDS) {
      const say = speaker(language, 'Meridian', MACHINE_SPEECH);
      for (const prompt of ['opening', 'closed', 'question-customers', 'question-employees', 'question-partners'] as const) expect(say(prompt)).toMatchObject({ text: expect.stringContaining('Meridian') });
      expect(say('chosen', 7)).toMatchObject({ text: expect.stringContaining('7') });
    }
  });

  it('are played where the enterprise recorded them, one file for each score', () => {
    const speech = { recordedAt: 'https://files.example/{language}/{prompt}.mp3', recorded: new Set(['he']), voices: { en: 'Polly.Amy' } };
    expect(speaker('he', 'x', speech)('opening')).toEqual({ verb: 'Play', url: 'https://files.example/he/opening.mp3' });
    expect(speaker('he', 'x', speech)('chosen', 7)).toEqual({ verb: 'Play', url: 'https://files.example/he/chosen-7.mp3' });
    expect(speaker('en', 'x', speech)('opening')).toMatchObject({ verb: 'Say', voice: 'Polly.Amy' });
  });
});
