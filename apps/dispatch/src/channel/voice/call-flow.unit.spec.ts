import fc from 'fast-check';
import { nextInCall, REASON_S, type CallFacts, type CallInput, type CallUrls, type Effect, type Step } from './call-flow.ts';
import { MACHINE_SPEECH } from './prompts.ts';
import { renderTwiml, type Verb } from './twiml.ts';
import { ALL_VOICE_WORDS } from './words/index.ts';

const facts: CallFacts = {
  brand: 'Meridian Bank', audience: 'customers', language: 'en', speech: MACHINE_SPEECH, mayRecord: true, expired: false, talkTo: '+97235550000', from: '+97235551111', transcribe: false,
};
const urls: CallUrls = { step: (step) => `https://nps.example/call/${JSON.stringify(step)}`, recording: 'https://nps.example/recording', transcription: 'https://nps.example/transcription' };
const at = (step: Step, input: CallInput = {}, change: Partial<CallFacts> = {}) => nextInCall({ ...facts, ...change }, urls, step, input);
const pressed = (digits: string, attempt = 1, change: Partial<CallFacts> = {}) => at({ at: 'score', attempt }, { digits }, change);

const spokenIn = (document: readonly Verb[]): string[] => document.flatMap((one) => (one.verb === 'Gather' ? spokenIn(one.children) : one.verb === 'Say' ? [one.text] : []));
const find = <V extends Verb['verb']>(document: readonly Verb[], verb: V) => document.find((one) => one.verb === verb) as Extract<Verb, { verb: V }> | undefined;
const stepOf = (action: string): Step => JSON.parse(action.slice('https://nps.example/call/'.length));

describe('the opening of a call', () => {
  const { document, effects } = at({ at: 'open' });

  it('says who is calling, how to stop such calls and that it is recorded, in this order, before the question', () => {
    const spoken = spokenIn(document);
    expect(spoken[0]).toContain('automatic call from Meridian Bank');
    expect(spoken[1]).toContain('press star and then nine');
    expect(spoken[2]).toContain('recorded');
    expect(spoken[3]).toBe('How likely are you to recommend Meridian Bank to a friend or colleague?');
    expect(effects).toEqual([{ type: 'picked-up' }]);
  });

  it('takes two digits, and is asked again even if nothing was pressed', () => {
    expect(renderTwiml(document)).toContain('<Gather input="dtmf" numDigits="2" finishOnKey="#" timeout="3" actionOnEmptyResult="true" action="');
    expect(stepOf(find(document, 'Gather')!.action)).toEqual({ at: 'score', attempt: 1 });
    expect(find(document, 'Redirect')?.url).toBe(find(document, 'Gather')?.action);
  });

  it('does not speak of recording to whoever did not consent to it', () => {
    expect(spokenIn(at({ at: 'open' }, {}, { mayRecord: false }).document).join(' ')).not.toContain('record');
  });

  it('hangs up on a machine', () => {
    expect(at({ at: 'open' }, { machine: true })).toEqual({ document: [{ verb: 'Hangup' }], effects: [{ type: 'machine' }] });
  });

  it('asks nothing once the time to answer is over', () => {
    const late = at({ at: 'open' }, {}, { expired: true });
    expect(find(late.document, 'Gather')).toBeUndefined();
    expect(spokenIn(late.document)).toEqual([expect.stringContaining('time to answer our question is over')]);
  });
});

describe('a score', () => {
  it.each([...Array.from({ length: 11 }, (_, score) => [String(score), score] as const), ['*', 10] as const])('pressed as %j is %i', (digits, score) => {
    expect(pressed(digits).effects).toEqual([{ type: 'scored', score }]);
    expect(spokenIn(pressed(digits).document)[0]).toBe(`You chose ${score}.`);
  });

  it.each(['11', '99', '05', '1*', '**', '*1', '#', 'a', '10 ', '٣'])('is not %j', (digits) => {
    const next = pressed(digits);
    expect(next.effects).toEqual([]);
    expect(spokenIn(next.document)[0]).toBe('That is not a number from 0 to 10.');
  });

  it('is asked for three times, then the call ends politely', () => {
    expect(stepOf(find(pressed('').document, 'Gather')!.action)).toEqual({ at: 'score', attempt: 2 });
    expect(spokenIn(pressed('').document)[0]).toBe('We did not hear a number.');
    expect(stepOf(find(pressed('', 2).document, 'Gather')!.action)).toEqual({ at: 'score', attempt: 3 });
    expect(pressed('', 3)).toMatchObject({ document: [{ verb: 'Say', text: expect.stringContaining('Goodbye') }, { verb: 'Hangup' }], effects: [] });
  });

  it('does not count once the time to answer is over', () => expect(pressed('9', 1, { expired: true }).effects).toEqual([]));

  it('of ten can be pressed slowly: the 0 that follows a 1 makes it ten', () => {
    const next = at({ at: 'talk', score: 1 }, { digits: '0' });
    expect(next.effects).toEqual([{ type: 'scored', score: 10 }]);
    expect(spokenIn(next.document)).toEqual(expect.arrayContaining(['You chose 10.', 'What did you like most?']));
  });
});

describe('star and nine', () => {
  it.each([1, 2, 3])('stops the calls at try %i, and is no score', (attempt) => {
    const next = pressed('*9', attempt);
    expect(next.effects).toEqual([{ type: 'opted-out' }]);
    expect(next.document).toEqual([{ verb: 'Say', language: 'en-GB', voice: undefined, text: 'Done. You will get no more such calls. Goodbye.' }, { verb: 'Hangup' }]);
  });
});

describe('after the score', () => {
  it.each([[10, 'What did you like most?'], [9, 'What did you like most, and what was missing for a ten?'], [8, 'What should be improved?'], [7, 'What should be improved?']])('%i is asked: %s', (score, asked) => {
    const { document } = pressed(String(score));
    expect(spokenIn(document)[1]).toBe(asked);
    expect(find(document, 'Record')).toMatchObject({ maxLength: REASON_S, transcribeCallback: null });
  });

  it.each([0, 3, 6])('a detractor (%i) is offered to talk, and is asked what should be improved', (score) => {
    const offer = pressed(String(score));
    expect(spokenIn(offer.document)).toEqual([`You chose ${score}.`, expect.stringContaining('To talk about it with one of us now, press 1')]);
    const on = at(stepOf(find(offer.document, 'Gather')!.action), { digits: '' });
    expect(spokenIn(on.document)[0]).toBe('What should be improved?');
    expect(find(on.document, 'Record')).toBeDefined();
  });

  it('puts a detractor who presses 1 through to a person', () => {
    const next = at({ at: 'talk', score: 2 }, { digits: '1' });
    expect(find(next.document, 'Dial')).toMatchObject({ number: '+97235550000', callerId: '+97235551111' });
    expect(next.effects).toEqual([{ type: 'wants-call' }]);
    expect(at({ at: 'talked', score: 2 }, { dialled: 'completed' }).document).toEqual([{ verb: 'Hangup' }]);
  });

  it.each(['busy', 'no-answer', 'failed'] as const)('promises a call if the person is not there after all (%s)', (dialled) => {
    expect(spokenIn(at({ at: 'talked', score: 2 }, { dialled }).document)[0]).toContain('One of us will call you');
  });

  it('promises a call outside working hours', () => {
    expect(spokenIn(pressed('4', 1, { talkTo: null }).document)[1]).toContain('If you want us to call you');
    const next = at({ at: 'talk', score: 4 }, { digits: '1' }, { talkTo: null });
    expect(next.effects).toEqual([{ type: 'wants-call' }]);
    expect(find(next.document, 'Dial')).toBeUndefined();
    expect(spokenIn(next.document)[0]).toBe('Thank you. One of us will call you.');
  });

  it('records nothing without consent', () => {
    for (const score of [10, 9, 7]) expect(find(pressed(String(score), 1, { mayRecord: false }).document, 'Record')).toBeUndefined();
    expect(find(at({ at: 'talk', score: 3 }, { digits: '' }, { mayRecord: false }).document, 'Record')).toBeUndefined();
  });
});

/** Unhurried speech, in characters a second: a letter of Amharic is a syllable, and Hebrew and Arabic leave vowels out. */
const secondsOf = (text: string): number => text.length / (/[\u1200-\u137f]/.test(text) ? 9 : /[\u0590-\u06ff]/.test(text) ? 10 : 13);
/** The longest that a document can last if everything is waited for. */
function lasts(document: readonly Verb[]): number {
  const spoken = spokenIn(document).reduce((sum, text) => sum + secondsOf(text), 0);
  return spoken + (find(document, 'Gather')?.timeout ?? 0) + (find(document, 'Record')?.maxLength ?? 0) + (find(document, 'Dial')?.timeout ?? 0);
}

it.each(ALL_VOICE_WORDS.map(({ language }) => language))('lasts less than three minutes in %s, however slow the respondent is', (language) => {
  const slowest = (step: Step, input: CallInput, change: Partial<CallFacts>): number => {
    const { document } = at(step, input, { language, ...change });
    return lasts(document);
  };
  for (const change of [{}, { talkTo: null }]) {
    const total = slowest({ at: 'open' }, {}, change) + slowest({ at: 'score', attempt: 1 }, { digits: '' }, change) + slowest({ at: 'score', attempt: 2 }, { digits: '' }, change)
      + slowest({ at: 'score', attempt: 3 }, { digits: '0' }, change) + slowest({ at: 'talk', score: 0 }, { digits: '1' }, change)
      + ('talkTo' in change ? 0 : slowest({ at: 'talked', score: 0 }, { dialled: 'busy' }, change)) + slowest({ at: 'reason', score: 0 }, {}, change);
    expect(total).toBeLessThan(180);
  }
});

it('ends whatever is pressed, scores at most twice, and gives the same document for the same input', () => {
  fc.assert(fc.property(fc.array(fc.stringMatching(/^[0-9*]{0,2}$/), { minLength: 12, maxLength: 12 }), fc.boolean(), fc.boolean(), (keys, mayRecord, staffed) => {
    const change = { mayRecord, talkTo: staffed ? '+97235550000' : null };
    const effects: Effect[] = [];
    let step: Step | undefined = { at: 'open' };
    let steps = 0;
    for (const digits of keys) {
      if (!step) break;
      const next = at(step, { digits, dialled: 'busy' }, change);
      expect(at(step, { digits, dialled: 'busy' }, change)).toEqual(next);
      effects.push(...next.effects);
      const action: string | undefined = find(next.document, 'Gather')?.action ?? find(next.document, 'Dial')?.action ?? find(next.document, 'Record')?.action;
      step = action === undefined ? undefined : stepOf(action);
      steps += 1;
    }
    expect(step).toBeUndefined();
    expect(steps).toBeLessThan(10);
    expect(effects.filter(({ type }) => type === 'scored').length).toBeLessThanOrEqual(2);
  }));
});
