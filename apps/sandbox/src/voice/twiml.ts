import { parseXml, type XmlElement } from '../twilio/xml.ts';

export type Prompt =
  | { readonly verb: 'Say'; readonly text: string; readonly language: string | undefined; readonly loop: number }
  | { readonly verb: 'Play'; readonly url: string; readonly loop: number }
  | { readonly verb: 'Pause'; readonly seconds: number };

export interface Gather {
  readonly verb: 'Gather';
  readonly prompts: readonly Prompt[];
  readonly numDigits: number | undefined;
  readonly finishOnKey: string;
  /** Seconds of silence, counted from the end of the prompts and from every key. */
  readonly timeout: number;
  readonly action: string | undefined;
  readonly actionOnEmptyResult: boolean;
}

export interface Record {
  readonly verb: 'Record';
  readonly action: string | undefined;
  readonly maxLength: number;
  readonly timeout: number;
  readonly finishOnKey: string;
  readonly playBeep: boolean;
  readonly recordingStatusCallback: string | undefined;
  readonly transcribeCallback: string | undefined;
}

export interface Dial { readonly verb: 'Dial'; readonly number: string; readonly action: string | undefined; readonly timeout: number; readonly callerId: string | undefined }

export type Verb = Prompt | Gather | Record | Dial | { readonly verb: 'Redirect'; readonly url: string } | { readonly verb: 'Hangup' } | { readonly verb: 'Reject'; readonly reason: 'busy' | 'rejected' };

const seconds = ({ attributes }: XmlElement, name: string, standard: number): number => {
  const given = attributes[name];
  if (given === undefined) return standard;
  if (!/^\d{1,5}$/.test(given)) throw new Error(`${name}="${given}" is no number of seconds`);
  return Number(given);
};

/** The defaults are Twilio's; those of other providers differ, which is why documents should name every one. */
const VERBS: Readonly<globalThis.Record<string, (element: XmlElement) => Verb>> = {
  Say: ({ text, attributes }) => ({ verb: 'Say', text: text.replace(/\s+/g, ' ').trim(), language: attributes['language'], loop: Number(attributes['loop'] ?? 1) }),
  Play: ({ text, attributes }) => ({ verb: 'Play', url: text.trim(), loop: Number(attributes['loop'] ?? 1) }),
  Pause: (element) => ({ verb: 'Pause', seconds: seconds(element, 'length', 1) }),
  Gather: (element) => {
    const { attributes, children } = element;
    const digits = attributes['numDigits'];
    if (digits !== undefined && !/^[1-9]\d?$/.test(digits)) throw new Error(`numDigits="${digits}" is no number of digits`);
    if ((attributes['input'] ?? 'dtmf') !== 'dtmf') throw new Error(`input="${attributes['input']}": only keys are understood here`);
    return {
      verb: 'Gather', prompts: children.map((child) => promptOf(child)), numDigits: digits === undefined ? undefined : Number(digits), finishOnKey: attributes['finishOnKey'] ?? '#',
      timeout: seconds(element, 'timeout', 5), action: attributes['action'], actionOnEmptyResult: attributes['actionOnEmptyResult'] === 'true',
    };
  },
  Record: (element) => ({
    verb: 'Record', action: element.attributes['action'], maxLength: seconds(element, 'maxLength', 3600), timeout: seconds(element, 'timeout', 5),
    finishOnKey: element.attributes['finishOnKey'] ?? '1234567890*#', playBeep: element.attributes['playBeep'] !== 'false',
    recordingStatusCallback: element.attributes['recordingStatusCallback'], transcribeCallback: element.attributes['transcribeCallback'],
  }),
  Dial: (element) => ({ verb: 'Dial', number: element.text.trim(), action: element.attributes['action'], timeout: seconds(element, 'timeout', 30), callerId: element.attributes['callerId'] }),
  Redirect: ({ text }) => ({ verb: 'Redirect', url: text.trim() }),
  Hangup: () => ({ verb: 'Hangup' }),
  Reject: ({ attributes }) => ({ verb: 'Reject', reason: attributes['reason'] === 'busy' ? 'busy' : 'rejected' }),
};

/** What a document tells the call to do, in order. @throws Error in one line that says what is wrong with it */
export function parseTwiml(document: string): Verb[] {
  const { name, children } = parseXml(document);
  if (name !== 'Response') throw new Error(`the document is <${name}>, not <Response>`);
  return children.map((element) => {
    const parse = Object.hasOwn(VERBS, element.name) ? VERBS[element.name] : undefined;
    if (!parse) throw new Error(`<${element.name}> is no verb`);
    return parse(element);
  });
}

function promptOf(element: XmlElement): Prompt {
  if (!['Say', 'Play', 'Pause'].includes(element.name)) throw new Error(`<${element.name}> cannot stand in <Gather>`);
  return VERBS[element.name]!(element) as Prompt;
}
