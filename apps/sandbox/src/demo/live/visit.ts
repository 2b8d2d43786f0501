import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { Refused, type FrontDoor } from '../../front-door/front-door.ts';
import { BRANCHES } from '../bank/units.ts';
import { NAMES } from '../people/names.ts';
import { LIVE } from './interactions.ts';

const SOURCE = '/meridian/visitor';
const [LOOKS, EVERY_MS] = [12, 400];

const blankIsNone = (text: unknown): unknown => (text === '' ? undefined : text);
export const visitRequest = z.object({
  touchpoint: z.enum(LIVE.map(({ key }) => key) as [string, ...string[]]),
  email: z.preprocess(blankIsNone, z.email().optional()),
  phone: z.preprocess(blankIsNone, z.string().max(40).optional()),
  language: z.enum(Object.keys(NAMES) as [string, ...string[]]).default('en'),
});

interface Decided { outcome: string; reason: { detail?: string } | string | null; channel?: string }

const ASKED: Readonly<Record<string, string>> = { email: 'You are asked by e-mail: look into the mailbox.', sms: 'You are asked by SMS: look at the handset.', voice: 'You are called: the phone rings in a moment.' };

/** Something that happens to whoever plays, each time as a new customer: nobody is asked twice in a month. @returns what became of it, in words */
export async function visit(door: FrontDoor, { touchpoint, email, phone, language }: z.infer<typeof visitRequest>): Promise<string> {
  const id = randomUUID();
  const { where } = LIVE.find(({ key }) => key === touchpoint)!;
  const event = {
    specversion: '1.0', id, source: SOURCE, type: 'com.candor.interaction.v1', datacontenttype: 'application/json',
    data: {
      touchpoint, unit: where === 'branch' ? BRANCHES[Math.floor(Math.random() * BRANCHES.length)]!.key : where, occurredAt: new Date().toISOString(),
      customer: { id: `visitor-${id}`, name: 'Visitor', language, ...(email ? { email } : {}), ...(phone ? { phone } : {}), consent: { voice: true, recording: true } },
    },
  };
  try {
    await door.post('/v1/interactions', JSON.stringify(event), 'application/cloudevents+json');
  } catch (error) {
    if (error instanceof Refused) return `The platform refused it: ${error.message}`;
    throw error;
  }
  let last: Decided | undefined;
  for (let look = 0; look < LOOKS; look++) {
    await delay(EVERY_MS);
    const decided = (await door.get<{ data: Decided[] }>(`/v1/decisions?source=${encodeURIComponent(SOURCE)}&id=${id}`))?.data[0];
    if (decided && decided.outcome !== 'pending') return said(decided);
    last = decided;
  }
  // At night nobody is called.
  return `It is taken, and will be decided upon later${last === undefined ? '' : ` (${whyOf(last)})`}.`;
}

function said({ outcome, reason, channel }: Decided): string {
  if (outcome === 'invited') return ASKED[channel ?? 'email'] ?? `You are asked by ${channel}.`;
  const why = whyOf({ reason });
  return `You are not asked: ${outcome}${why ? ` (${why})` : ''}.`;
}

const whyOf = ({ reason }: Pick<Decided, 'reason'>): string | undefined => (typeof reason === 'string' ? reason : reason?.detail);
