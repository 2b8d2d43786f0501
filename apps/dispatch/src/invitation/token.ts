import { createHash, randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 62^22 is just above 2^128. */
const LENGTH = 22;

/** The secret of one invitation's link: 128 random bits in base62, short enough for an SMS and safe in any URL. */
export function newToken(random: Buffer = randomBytes(16)): string {
  let rest = BigInt(`0x${random.toString('hex')}`);
  let token = '';
  for (let n = 0; n < LENGTH; n++) {
    token = ALPHABET[Number(rest % 62n)] + token;
    rest /= 62n;
  }
  return token;
}

export const TOKEN_PATTERN = /^[0-9A-Za-z]{22}$/;

/** Lower-case hex SHA-256: what others are told of the token, and how it is looked up. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
