import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { findProgram, RemedyError, runLogged } from '../../libs/stack/src/index.ts';

const CHROMIUM = '/usr/bin/chromium';

/** Makes sure that there is a browser: Debian's, installed if root may. @returns its path. @throws RemedyError */
export async function ensureChromium(home: string, env: NodeJS.ProcessEnv): Promise<string> {
  const given = env['CANDOR_CHROMIUM'];
  if (given) return given;
  if (existsSync(CHROMIUM)) return CHROMIUM;
  const apt = findProgram('apt-get', env['PATH'] ?? '');
  const remedy = 'install it (Debian: apt-get install chromium), or give its path as CANDOR_CHROMIUM';
  if (!apt || process.getuid?.() !== 0) throw new RemedyError('The end-to-end tests need Chromium', remedy);
  const log = join(home, 'chromium-install.log');
  const options = { env: { ...env, DEBIAN_FRONTEND: 'noninteractive', SYSTEMD_OFFLINE: '1' }, timeoutMs: 600_000 };
  const install = ['install', '-y', '--no-install-recommends', 'chromium'];
  let code = await runLogged(apt, install, log, options);
  if (code !== 0 && await runLogged(apt, ['update'], log, options) === 0) code = await runLogged(apt, install, log, options);
  if (code !== 0 || !existsSync(CHROMIUM)) throw new RemedyError('Chromium could not be installed', `${remedy}; what was tried is in ${log}`);
  return CHROMIUM;
}
