import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { readConfig } from '../src/config.ts';
import { startSandbox, type Sandbox } from '../src/sandbox.ts';

/** A sandbox on free ports without demonstration traffic; its own address is the public one. */
export async function startTestSandbox(env: NodeJS.ProcessEnv = {}): Promise<Sandbox> {
  const port = await freePort();
  return startSandbox(readConfig({ PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}`, LOG_LEVEL: 'fatal', DEMO: 'off', ...env }));
}

/** The issuer must be known before the server listens, so the port is chosen first. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
