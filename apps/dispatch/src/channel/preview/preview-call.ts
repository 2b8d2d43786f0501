import { nextInCall, type CallFacts, type CallInput, type CallUrls, type Step } from '../voice/call-flow.ts';
import { MACHINE_SPEECH } from '../voice/prompts.ts';
import type { Verb } from '../voice/twiml.ts';
import type { VoiceSettings } from '../voice/voice-settings.ts';
import { voiceWordsFor } from '../voice/words/index.ts';
import type { Previewed } from './preview-message.ts';
import type { CallStep, Preview } from './request.ts';

/** Nobody is called: the documents are read, not posted anywhere. */
const NOWHERE: CallUrls = { step: () => '', recording: '', transcription: '' };
/** By what was pressed, and where: the whole of a call, in the order in which somebody would try it. */
const SCRIPT: readonly (readonly [kind: CallStep['kind'], step: Step, input: CallInput])[] = [
  ['opening', { at: 'open' }, {}],
  ['silence', { at: 'score', attempt: 1 }, { digits: '' }],
  ['no-score', { at: 'score', attempt: 1 }, { digits: '77' }],
  ['given-up', { at: 'score', attempt: 3 }, { digits: '' }],
  ['stopped', { at: 'score', attempt: 1 }, { digits: '*9' }],
  ['ten', { at: 'score', attempt: 1 }, { digits: '*' }],
  ['nine', { at: 'score', attempt: 1 }, { digits: '9' }],
  ['passive', { at: 'score', attempt: 1 }, { digits: '7' }],
  ['detractor', { at: 'score', attempt: 1 }, { digits: '3' }],
  ['talk', { at: 'talk', score: 3 }, { digits: '1' }],
  ['nobody-free', { at: 'talked', score: 3 }, { dialled: 'busy' }],
  ['no-talk', { at: 'talk', score: 3 }, { digits: '' }],
  ['end', { at: 'reason', score: 3 }, {}],
];

/** What a call says, taken from what decides how a real one goes on. @param settings absent where calls are not set up */
export function previewCall({ programme, audience, language, brand, reminder }: Pick<Previewed, 'programme' | 'audience' | 'language' | 'brand' | 'reminder'>, settings: Pick<VoiceSettings, 'from' | 'talkTo' | 'speech'> | undefined): Preview {
  const { language: tag } = voiceWordsFor(language);
  const talkTo = settings?.talkTo ?? null;
  const facts: CallFacts = { brand, audience, language, speech: MACHINE_SPEECH, mayRecord: true, reminder: reminder > 0, expired: false, talkTo, from: settings?.from ?? '', transcribe: false };
  const steps = SCRIPT.filter(([kind]) => kind !== 'nobody-free' || talkTo !== null).map(([kind, step, input]) => stepOf(kind, nextInCall(facts, NOWHERE, step, input).document));
  return { channel: 'voice', language: tag, programme, voice: { caller: settings?.from ?? null, recorded: settings?.speech.recordedAt != null && settings.speech.recorded.has(tag), steps } };
}

function stepOf(kind: CallStep['kind'], document: readonly Verb[]): CallStep {
  const record = document.findIndex(({ verb }) => verb === 'Record');
  // What follows a recording is a step of its own.
  const heard = record < 0 ? document : document.slice(0, record);
  const says = heard.flatMap((one): readonly Verb[] => (one.verb === 'Gather' ? one.children : [one])).flatMap((one) => (one.verb === 'Say' ? [one.text] : []));
  const score = kind === 'opening' || kind === 'silence' || kind === 'no-score';
  const then = record >= 0 ? 'record' : document.some(({ verb }) => verb === 'Dial') ? 'put-through' : document.some(({ verb }) => verb === 'Gather') ? 'keys' : 'end';
  return { kind, says, then, ...(then === 'keys' ? { keys: score ? ['0-10', '*', '*9'] : ['1'] } : {}) };
}
