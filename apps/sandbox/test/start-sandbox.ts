import { freePort } from '@candor/stack';
import { readConfig } from '../src/config.ts';
import { startSandbox, type Sandbox } from '../src/sandbox.ts';

/** A sandbox on free ports (its issuer must be known before it listens) without demonstration traffic; its own address is the public one. */
export async function startTestSandbox(env: NodeJS.ProcessEnv = {}): Promise<Sandbox> {
  const port = await freePort();
  return startSandbox(readConfig({ PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}`, LOG_LEVEL: 'fatal', DEMO: 'off', ...env }));
}
