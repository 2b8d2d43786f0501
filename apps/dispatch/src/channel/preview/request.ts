import { key, language } from '@candor/contracts';
import { z } from 'zod';

export const previewQuery = z.object({
  programme: key.default('transactional'),
  unit: key.optional().meta({ description: 'About which unit; its brand, and its name, are those of the message. Absent: the whole enterprise' }),
  channel: z.enum(['email', 'sms'], 'must be email or sms'),
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

export const preview = z.object({
  channel: z.enum(['email', 'sms']),
  language: z.string(),
  programme: key,
  email: z.object({ subject: z.string(), text: z.string(), html: z.string() }).optional(),
  sms: z.object({
    sender: z.string().nullable().meta({ description: 'null: nobody is set up to send text messages' }),
    twoWay: z.boolean().meta({ description: 'Whether customers can answer by text message; a sender of letters cannot receive' }),
    question: text,
    conversation: z.array(text.extend({ kind: z.string() })),
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
