import { segmentOf } from '@candor/nps';
import type { Audience } from '../email/words/index.ts';
import { speaker, type Speech } from './prompts.ts';
import type { Spoken, Verb } from './twiml.ts';

/** What a call depends on, beside what is pressed and said in it. */
export interface CallFacts {
  brand: string;
  audience: Audience;
  language: string;
  speech: Speech;
  /** Consent to recording was given: without it the reason is not asked for, and recording is not spoken of. */
  mayRecord: boolean;
  /** Another message about the same came before. */
  reminder?: boolean;
  /** The time to answer is over. */
  expired: boolean;
  /** Number of somebody who can be talked to right now; null: nobody is there. */
  talkTo: string | null;
  /** Our number, for whoever is put through. */
  from: string;
  transcribe: boolean;
}

/** Where the call stands; it travels in the address that the provider posts to, so that no instance need remember a call. */
export type Step =
  | { at: 'open' }
  /** The question was asked; `attempt` from 1. */
  | { at: 'score'; attempt: number }
  /** A detractor was offered to talk. */
  | { at: 'talk'; score: number }
  /** They were put through, and that call is over. */
  | { at: 'talked'; score: number }
  /** The reason was asked for. */
  | { at: 'reason'; score: number };

/** What the provider tells at a step. */
export interface CallInput {
  /** What was pressed; empty if nothing. */
  digits?: string;
  /** A machine picked up. */
  machine?: boolean;
  /** How the call to somebody of ours ended. */
  dialled?: 'completed' | 'busy' | 'no-answer' | 'failed' | 'canceled';
}

/** What the caller of this function has to do, before the document is given out. */
export type Effect =
  /** A person is on the line. */
  | { type: 'picked-up' }
  | { type: 'machine' }
  | { type: 'scored'; score: number }
  | { type: 'opted-out' }
  /** They want to be called back. */
  | { type: 'wants-call' };

/** Addresses that steps are posted to. */
export interface CallUrls {
  step(step: Step): string;
  recording: string;
  transcription: string;
}

const ATTEMPTS = 3;
/** Every one of these bounds the length of a call: the whole of it stays under three minutes. */
const QUESTION_SILENCE_S = 3;
const OFFER_SILENCE_S = 4;
const RING_AGENT_S = 15;
export const REASON_S = 40;
const REASON_SILENCE_S = 4;
const SCORE = /^(10|[0-9])$/;
const STOP = '*9';

/**
 * How a call goes on (domain 4.1, 9.3): who is calling and how to stop it, the question with three tries, then by segment the offer to talk and the spoken reason. Pure; the
 * same step with the same input gives the same document, so a provider may repeat itself.
 */
export function nextInCall(facts: CallFacts, urls: CallUrls, step: Step, input: CallInput): { document: Verb[]; effects: Effect[] } {
  const say = speaker(facts.language, facts.brand, facts.speech);
  const call: Call = { facts, urls, say };
  switch (step.at) {
    case 'open':
      return open(call, input);
    case 'score':
      return scored(call, step.attempt, input.digits ?? '');
    case 'talk':
      return offered(call, step.score, input.digits ?? '');
    case 'talked':
      return talked(call, step.score, input);
    case 'reason':
      return { document: [say('thanks'), { verb: 'Hangup' }], effects: [] };
  }
}

interface Call {
  facts: CallFacts;
  urls: CallUrls;
  say: ReturnType<typeof speaker>;
}
type Next = ReturnType<typeof nextInCall>;

function open(call: Call, input: CallInput): Next {
  const { facts, say } = call;
  if (input.machine) return { document: [{ verb: 'Hangup' }], effects: [{ type: 'machine' }] };
  if (facts.expired) return { document: [say('closed'), { verb: 'Hangup' }], effects: [{ type: 'picked-up' }] };
  const opening = [say('opening'), ...(facts.reminder ? [say('reminder')] : []), say('optOut'), ...(facts.mayRecord ? [say('recorded')] : [])];
  return { document: ask(call, 1, [...opening, ...question(call)]), effects: [{ type: 'picked-up' }] };
}

/** One `Gather` holds everything from the greeting on: whoever knows the question may answer at once, and may stop the calls at any moment of it. */
function ask({ urls }: Call, attempt: number, children: readonly Spoken[]): Verb[] {
  const action = urls.step({ at: 'score', attempt });
  return [
    { verb: 'Gather', action, numDigits: 2, timeout: QUESTION_SILENCE_S, children },
    // Where `actionOnEmptyResult` is not known the call would end here.
    { verb: 'Redirect', url: action },
  ];
}

function scored(call: Call, attempt: number, digits: string): Next {
  const { say, facts } = call;
  if (digits === STOP) return stopped(call);
  const score = digits === '*' ? 10 : SCORE.test(digits) ? Number(digits) : undefined;
  if (score !== undefined) return facts.expired ? { document: [say('closed'), { verb: 'Hangup' }], effects: [] } : after(call, score);
  if (attempt >= ATTEMPTS) return { document: [say('goodbye'), { verb: 'Hangup' }], effects: [] };
  // Whoever pressed something has heard the question.
  return { document: ask(call, attempt + 1, digits === '' ? [say('notHeard'), ...question(call)] : [say('notValid'), say('scale')]), effects: [] };
}

const question = ({ facts, say }: Call): Spoken[] => [say(`question-${facts.audience}`), say('scale')];

function after(call: Call, score: number): Next {
  const { facts, urls, say } = call;
  const effects: Effect[] = [{ type: 'scored', score }];
  if (segmentOf('nps', score) !== 'detractor') return { document: reason(call, score, [say('chosen', score)]), effects };
  const action = urls.step({ at: 'talk', score });
  const offer = say(facts.talkTo === null ? 'talkLater' : 'talkNow');
  return {
    document: [{ verb: 'Gather', action, numDigits: 1, timeout: OFFER_SILENCE_S, children: [say('chosen', score), offer] }, { verb: 'Redirect', url: action }],
    effects,
  };
}

function offered(call: Call, score: number, digits: string): Next {
  const { facts, urls, say } = call;
  // Pressed too slowly for one number: 1, and the 0 only now.
  if (score === 1 && digits === '0') return after(call, 10);
  if (digits !== '1') return { document: reason(call, score, []), effects: [] };
  if (facts.talkTo === null) return { document: reason(call, score, [say('promised')]), effects: [{ type: 'wants-call' }] };
  return {
    document: [say('connecting'), { verb: 'Dial', action: urls.step({ at: 'talked', score }), callerId: facts.from, timeout: RING_AGENT_S, number: facts.talkTo }],
    effects: [{ type: 'wants-call' }],
  };
}

function talked(call: Call, score: number, { dialled }: CallInput): Next {
  if (dialled === 'completed') return { document: [{ verb: 'Hangup' }], effects: [] };
  return { document: reason(call, score, [call.say('nobodyFree')]), effects: [] };
}

/** The spoken reason, where it may be recorded; else the call is over. */
function reason({ facts, urls, say }: Call, score: number, before: readonly Spoken[]): Verb[] {
  const end: Verb[] = [say('thanks'), { verb: 'Hangup' }];
  if (!facts.mayRecord) return [...before, ...end];
  const asked = say(score === 10 ? 'liked' : score === 9 ? 'whyNotTen' : 'improve');
  return [
    ...before, asked, say('speak'),
    {
      verb: 'Record', action: urls.step({ at: 'reason', score }), maxLength: REASON_S, timeout: REASON_SILENCE_S, recordingStatusCallback: urls.recording,
      transcribeCallback: facts.transcribe ? urls.transcription : null,
    },
    // An empty recording is not posted: the document just goes on.
    ...end,
  ];
}

const stopped = ({ say }: Call): Next => ({ document: [say('stopped'), { verb: 'Hangup' }], effects: [{ type: 'opted-out' }] });
