import { createHash, randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 62^22 is just above 2^128. */
const LENGTH = 22;
/** 2^71: whoever tries a thousand a second finds one of a thousand million invitations in seventy years, and every letter less is a letter for the question. */
const SHORT = 12;

/** The secret of one invitation's link: 128 random bits in base62, safe in any URL. */
export function newToken(random: Buffer = randomBytes(16)): string {
  let rest = BigInt(`0x${random.toString('hex')}`);
  let token = '';
  for (let n = 0; n < LENGTH; n++) {
    token = ALPHABET[Number(rest % 62n)] + token;
    rest /= 62n;
  }
  return token;
}

/** The secret of a link that is sent as a text message, where every letter counts. */
export const newShortToken = (random?: Buffer): string => newToken(random).slice(-SHORT);

export const TOKEN_PATTERN = /^(?:[0-9A-Za-z]{22}|[0-9A-Za-z]{12})$/;

/** Lower-case hex SHA-256: what others are told of the token, and how it is looked up. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
