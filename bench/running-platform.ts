import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSigner, type Principal } from '@candor/identity';
import { freePort } from '@candor/stack';
import { platform, type RunningPlatform } from '@candor/testing';

const everything: Principal = {
  subject: 'bench', kind: 'key', name: 'bench', roles: [], units: null,
  scopes: ['catalog:read', 'catalog:write', 'responses:read', 'responses:write', 'scores:read', 'cases:read'],
};

export interface Bench {
  running: RunningPlatform;
  /** Straight at the service, without the gateway. */
  ingestion: string;
  /** A token as the gateway signs them, valid for ten minutes. */
  token: string;
  put(path: string, body: object): Promise<void>;
}

/** The built platform, empty; ended when `work` is. */
export async function withPlatform<T>(work: (bench: Bench) => Promise<T>): Promise<T> {
  const port = await freePort();
  const running = await platform({ env: { INGESTION_PORT: String(port), LOG_LEVEL: 'warn' } });
  try {
    const { tokenPrivateJwk } = JSON.parse(readFileSync(join(running.home, 'secrets.json'), 'utf8'));
    const token = await createSigner(tokenPrivateJwk)(everything, { ttl: 600 });
    const put = async (path: string, body: object) => {
      const answer = await running.request(path, { method: 'PUT', json: body });
      if (!answer.ok) throw new Error(`PUT ${path} answered ${answer.status}: ${await answer.text()}`);
    };
    await put('/v1/units/bench', { name: 'Bench', parent: null });
    for (let i = 0; i < 20; i++) await put(`/v1/units/branch-${i}`, { name: `Branch ${i}`, parent: 'bench' });
    await put('/v1/touchpoints/visit', { name: 'Visit' });
    return await work({ running, token, put, ingestion: `http://127.0.0.1:${port}` });
  } finally {
    await running.stop();
  }
}
