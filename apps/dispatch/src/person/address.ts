import { domainToASCII } from 'node:url';
import { parsePhoneNumberFromString } from 'libphonenumber-js';

const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+(xn--[a-z0-9-]{1,59}|[a-z]{2,63})$/;

/**
 * An e-mail address that a server can be asked to deliver to (RFC 5321 without quoted local parts and address literals, which no customer has).
 * @returns the address with its domain in ASCII, or null.
 */
export function usableEmail(given: string): string | null {
  const text = given.trim();
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const domain = domainToASCII(text.slice(at + 1)).toLowerCase();
  return at > 0 && local.length <= 64 && LOCAL_PART.test(local) && DOMAIN.test(domain) ? `${local}@${domain}` : null;
}

/**
 * A number of a length that its country uses; whether the range has been assigned is left to the network, since tables of ranges age.
 * @returns the number in E.164, or null if it is none; one without a country code cannot be placed.
 */
export function usablePhone(given: string): string | null {
  const number = parsePhoneNumberFromString(given.trim());
  return number?.isPossible() ? number.number : null;
}

/** The form in which an address is compared: who opts out as `Noa@example.com` is not written to as `noa@EXAMPLE.com`. */
export const addressKey = (address: string): string => address.toLowerCase();
