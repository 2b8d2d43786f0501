import { key, language } from '@candor/contracts';
import { z } from 'zod';

export const previewQuery = z.object({
  programme: key.default('transactional'),
  unit: key.optional().meta({ description: 'About which unit; its brand, and its name, are those of the message. Absent: the whole enterprise' }),
  channel: z.enum(['email', 'sms', 'voice'], 'must be email, sms or voice'),
  reminder: z.enum(['true', 'false']).default('false').transform((text) => text === 'true').meta({ description: 'The message that follows for those who stay silent' }),
  language: language.default('en').meta({ description: 'The message is in the nearest language that there is' }),
});

const segments = z.object({
  alphabet: z.enum(['GSM-7', 'UCS-2']).meta({ description: 'One letter outside GSM 03.38 makes the whole message UCS-2' }),
  length: z.int().meta({ description: 'Septets or 16-bit units; ^{}\\[~]| and the euro sign count two' }),
  count: z.int().meta({ description: 'Messages that it is sent, and paid for, as' }),
  perSegment: z.int(),
});
const text = z.object({ text: z.string(), segments });

const callStep = z.object({
  kind: z.enum(['opening', 'silence', 'no-score', 'given-up', 'stopped', 'ten', 'nine', 'passive', 'detractor', 'talk', 'nobody-free', 'no-talk', 'end']).meta({ description: 'Where the call is: by what was pressed last' }),
  says: z.array(z.string()),
  then: z.enum(['keys', 'record', 'put-through', 'end']).meta({ description: 'What the call does next: wait for keys, record what is said, call somebody of the enterprise, or hang up' }),
  keys: z.array(z.string()).optional().meta({ description: 'That can be pressed now; `*` is 10, `*9` stops all calls' }),
});
export type CallStep = z.infer<typeof callStep>;

export const preview = z.object({
  channel: z.enum(['email', 'sms', 'voice']),
  language: z.string(),
  programme: key,
  email: z.object({ subject: z.string(), text: z.string(), html: z.string() }).optional(),
  sms: z.object({
    sender: z.string().nullable().meta({ description: 'null: nobody is set up to send text messages' }),
    twoWay: z.boolean().meta({ description: 'Whether customers can answer by text message; a sender of letters cannot receive' }),
    question: text,
    conversation: z.array(text.extend({ kind: z.string() })),
  }).optional(),
  voice: z.object({
    caller: z.string().nullable().meta({ description: 'null: calls are not set up' }),
    recorded: z.boolean().meta({ description: 'Whether prompts of this language are played as the enterprise recorded them; else a machine speaks these words' }),
    steps: z.array(callStep).meta({ description: 'As heard by somebody who consented to recording; the others are not told of it, nor asked for a reason. Talking to somebody is offered as within the hours of those who talk' }),
  }).optional(),
});
export type Preview = z.infer<typeof preview>;

export const EXAMPLE: Preview = {
  channel: 'sms', language: 'en', programme: 'transactional',
  sms: {
    sender: '+972559700100', twoWay: true,
    question: {
      text: 'How likely are you to recommend Alon Bank to a friend or colleague? Reply with a number from 0 (certainly not) to 10 (certainly), or answer here: https://ask.example.com/r/7n42DGM5Tflk Reply STOP for no more questions.',
      segments: { alphabet: 'GSM-7', length: 220, count: 2, perSegment: 153 },
    },
    conversation: [{ kind: 'why-nine', text: 'Thank you! Why not 10?', segments: { alphabet: 'GSM-7', length: 22, count: 1, perSegment: 160 } }],
  },
};
