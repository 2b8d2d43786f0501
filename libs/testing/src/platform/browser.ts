import type { Browser } from 'playwright-core';

/** Debian's Chromium as end-to-end tests need it: quiet, and without its sandbox for root. Close it in `afterAll`. */
export async function launchBrowser(env: NodeJS.ProcessEnv = process.env): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath: env['CANDOR_CHROMIUM'] || '/usr/bin/chromium',
    args: [
      '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
}
