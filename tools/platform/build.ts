import { join } from 'node:path';
import process from 'node:process';
import { RemedyError, runLogged } from '../../libs/stack/src/index.ts';

/** Builds what changed since it was built last; nx knows. @throws RemedyError naming the log. */
export async function build(root: string, home: string): Promise<void> {
  const log = join(home, 'log', 'build.log');
  const code = await runLogged(process.execPath, [join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js'), 'run-many', '-t', 'build', '--outputStyle=static'], log, {
    // Its daemon would outlive us.
    cwd: root, env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', NO_COLOR: '1', FORCE_COLOR: '0' }, timeoutMs: 600_000,
  });
  if (code !== 0) throw new RemedyError('The build failed', `see ${log}`);
}
