import { CALL_STATUSES, isOver, nextStatus, type CallEvent } from './call-state.ts';
import { collect, speechMs } from './keys.ts';
import { parseTwiml } from './twiml.ts';
import { murmur, wavSeconds } from './wav.ts';

const EVENTS: CallEvent[] = ['ring', 'answer', 'hang-up', 'decline', 'time-out', 'fail', 'cancel'];

test('a call that is over stays as it ended, and only a ringing one can be answered', () => {
  for (const status of CALL_STATUSES.filter(isOver)) expect(EVENTS.filter((event) => nextStatus(status, event))).toEqual([]);
  expect(CALL_STATUSES.filter((status) => nextStatus(status, 'answer'))).toEqual(['ringing']);
  expect([nextStatus('ringing', 'hang-up'), nextStatus('ringing', 'time-out'), nextStatus('in-progress', 'hang-up')]).toEqual(['busy', 'no-answer', 'completed']);
});

test.each([
  ['10', 2, '#', '10', '', true], ['9#', 2, '#', '9', '', true], ['9', 2, '#', '9', '', false], ['1099', 2, '#', '10', '99', true], ['10#4', 2, '#', '10', '4', true], ['#', 2, '#', '', '', true],
  ['12#', undefined, '#', '12', '', true], ['*', 1, '#', '*', '', true], ['1#2', 3, '', '1#2', '', true],
])('of %s a listener for %s digits until "%s" takes "%s" and leaves "%s"', (pressed, digits, finish, taken, rest, complete) => {
  expect(collect(pressed, digits, finish)).toEqual({ digits: taken, rest, complete });
});

test('a document becomes what the call does, in order, with every attribute', () => {
  expect(parseTwiml(`<?xml version="1.0" encoding="UTF-8"?>
<Response>
  <Say language="he-IL">שלום &amp; ברוכים</Say>
  <Gather input="dtmf" numDigits="2" finishOnKey="#" timeout="3" actionOnEmptyResult="true" action="https://a.example/x?y=1&amp;z=2" method="POST"><Say>0 to <emphasis>10</emphasis>?</Say><Pause length="2"/></Gather>
  <Record action="/r" maxLength="60" finishOnKey="#" recordingStatusCallback="/done"/>
  <Dial timeout="20"><Number>+97233700199</Number></Dial>
  <Redirect>/again</Redirect><Hangup/>
</Response>`)).toMatchObject([
    { verb: 'Say', text: 'שלום & ברוכים', language: 'he-IL' },
    { verb: 'Gather', numDigits: 2, finishOnKey: '#', timeout: 3, actionOnEmptyResult: true, action: 'https://a.example/x?y=1&z=2', prompts: [{ verb: 'Say', text: '0 to 10?' }, { verb: 'Pause', seconds: 2 }] },
    { verb: 'Record', action: '/r', maxLength: 60, finishOnKey: '#', recordingStatusCallback: '/done', timeout: 5 },
    { verb: 'Dial', number: '+97233700199', timeout: 20 }, { verb: 'Redirect', url: '/again' }, { verb: 'Hangup' },
  ]);
});

test.each([
  ['<Response><Say>a</Response>', /close tag/i], ['<Answer/>', /not <Response>/], ['<Response><Sing>la</Sing></Response>', /<Sing> is no verb/], ['<Response><Gather><Hangup/></Gather></Response>', /cannot stand in <Gather>/],
  ['<!DOCTYPE x [<!ENTITY a "b">]><Response/>', /document type/], ['<Response><Pause length="long"/></Response>', /no number of seconds/], ['', /no element|root/i],
])('a document that cannot be executed is refused: %s', (document, message) => {
  expect(() => parseTwiml(document)).toThrow(message);
});

test('what somebody typed becomes a WAV file as long as it takes to say', () => {
  const file = murmur(3.5, 7);
  expect(file.toString('latin1', 0, 4)).toBe('RIFF');
  expect(wavSeconds(file)).toBeCloseTo(3.5, 2);
  expect(wavSeconds(Buffer.from('no audio'))).toBeUndefined();
  expect(speechMs('The queue was long, and nobody came.')).toBeGreaterThan(2000);
});
