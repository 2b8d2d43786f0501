import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Step } from './call-flow.ts';

const MAC_LENGTH = 22;
const TOKEN = /^([0-9a-f]{32})([A-Za-z0-9_-]{22})$/;

/** The name of a call in the addresses that its provider posts to: its invitation, signed, so that nobody can talk for a call that is not theirs. */
export const callToken = (invitation: string, secret: string): string => {
  const id = invitation.replaceAll('-', '');
  return id + macOf(id, secret);
};

/** @returns the invitation; undefined if the token is not ours */
export function invitationOf(token: string, secret: string): string | undefined {
  const [, id, mac] = TOKEN.exec(token) ?? [];
  if (id === undefined || mac === undefined || !timingSafeEqual(Buffer.from(macOf(id, secret)), Buffer.from(mac))) return undefined;
  return id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const macOf = (id: string, secret: string): string => createHmac('sha256', secret).update(`call ${id}`).digest('base64url').slice(0, MAC_LENGTH);

export const CALLBACK_PATH = '/v1/callbacks/voice';

/** A step as the end of an address: its name, and the one number that goes with it. */
export const pathOf = (step: Step): string => (step.at === 'open' ? 'open' : `${step.at}/${step.at === 'score' ? step.attempt : step.score}`);

/** The step that an address names; undefined if it names none. */
export function stepAt(at: string, value: string | undefined): Step | undefined {
  if (at === 'open') return value === undefined ? { at } : undefined;
  const number = /^(\d|10)$/.test(value ?? '') ? Number(value) : undefined;
  if (number === undefined) return undefined;
  if (at === 'score') return number >= 1 && number <= 3 ? { at, attempt: number } : undefined;
  return at === 'talk' || at === 'talked' || at === 'reason' ? { at, score: number } : undefined;
}
