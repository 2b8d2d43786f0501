/**
 * Writes .env with the secrets that docker-compose.yml gives to the services (profile `all`), once: an .env that exists is
 * left as it is, since the database knows its passwords already.
 */
import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const file = process.argv[2] ?? join(dirname(dirname(fileURLToPath(import.meta.url))), '.env');
const secret = () => randomBytes(24).toString('base64url');
const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const named = { kid: randomUUID(), alg: 'EdDSA', use: 'sig' };
const lines = [
  ...['CATALOG', 'DISPATCH', 'INGESTION', 'SCORING', 'ALERTING', 'REPORTING', 'BI'].map((service) => `${service}_PASSWORD=${secret()}`),
  `CANDOR_POSTGRES_PASSWORD=${secret()}`,
  `SESSION_SECRET=${secret()}`,
  `OIDC_CLIENT_SECRET=${secret()}`,
  `TWILIO_AUTH_TOKEN=${secret()}`,
  // SMPP 3.4 allows 8 characters.
  `SMPP_PASSWORD=${randomBytes(4).toString('hex')}`,
  `CANDOR_API_KEY=ck_${secret()}`,
  `TOKEN_PRIVATE_JWK='${JSON.stringify({ ...privateKey.export({ format: 'jwk' }), ...named })}'`,
  `TOKEN_JWKS='${JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), ...named }] })}'`,
];

try {
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600, flag: 'wx' });
  process.stdout.write(`${file} written\n`);
} catch (error) {
  if (error.code !== 'EEXIST') throw error;
  process.stdout.write(`${file} exists and is left as it is\n`);
}
