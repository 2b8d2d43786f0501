import { createHmac, timingSafeEqual } from 'node:crypto';

/** As much as fits into a local part (64 octets, RFC 5321, 4.5.3.1.1) beside the invitation; nobody guesses 2^64. */
const MAC_LENGTH = 16;
/** Servers on the way may change the case of what they return. */
const PATTERN = /^bounce\+([0-9a-f]{32})\.([0-9a-f]{16})$/i;

/** What the local part of a return address says; the MAC is still to be checked. */
export interface Returned {
  invitation: string;
  mac: string;
}

/**
 * The envelope sender of one mail (VERP): whatever is returned to it names its invitation. The MAC, made with the secret of the invitation's link, keeps others from returning
 * mails that they have not seen: with it they could have any address suppressed.
 */
export function returnAddress(invitation: string, token: string, domain: string): string {
  return `bounce+${invitation.replaceAll('-', '')}.${macOf(invitation, token)}@${domain}`;
}

/** @returns undefined for what is no return address of ours. The domain is not looked at: whoever receives for several has them all. */
export function readReturnAddress(address: string): Returned | undefined {
  const [, hex, mac] = PATTERN.exec(address.slice(0, Math.max(0, address.lastIndexOf('@')))) ?? [];
  if (hex === undefined || mac === undefined) return undefined;
  const invitation = hex.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { invitation, mac: mac.toLowerCase() };
}

/** @param token of the invitation that it names */
export const isGenuine = ({ invitation, mac }: Returned, token: string): boolean => timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(invitation, token)));

const macOf = (invitation: string, token: string): string => createHmac('sha256', token).update(`bounce ${invitation}`).digest('hex').slice(0, MAC_LENGTH);
