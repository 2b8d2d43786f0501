import { hkdfSync } from 'node:crypto';
import { EncryptJWT, jwtDecrypt } from 'jose';
import type { z } from 'zod';

const ENCRYPTION = 'A256GCM';

/** Seals small objects into texts that nobody else can read or make (JWE), each for one purpose and a time. */
export class Seal<S extends z.ZodType> {
  readonly #key: Uint8Array;
  readonly #schema: S;

  /** @param purpose a text sealed for one purpose cannot be opened for another */
  constructor(secret: string, purpose: string, schema: S) {
    this.#key = new Uint8Array(hkdfSync('sha256', secret, '', `candor ${purpose}`, 32));
    this.#schema = schema;
  }

  close(content: z.input<S>, ttlSeconds: number): Promise<string> {
    return new EncryptJWT({ content })
      .setProtectedHeader({ alg: 'dir', enc: ENCRYPTION })
      .setIssuedAt()
      .setExpirationTime(`${ttlSeconds}s`)
      .encrypt(this.#key);
  }

  /** undefined if it is not one of ours, or too old. */
  async open(sealed: string): Promise<z.output<S> | undefined> {
    try {
      const { payload } = await jwtDecrypt(sealed, this.#key, {
        keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: [ENCRYPTION], requiredClaims: ['exp'],
      });
      return this.#schema.parse(payload['content']);
    } catch {
      return undefined;
    }
  }
}
