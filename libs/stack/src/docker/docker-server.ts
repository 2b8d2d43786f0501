import { run } from '../native/run.ts';
import { until } from '../probe/until.ts';
import type { ServerControl } from '../stack.ts';

/** A container as a server whose faults can be caused. `id` is asked each time, since Compose may make it anew. */
export function dockerServer(name: string, id: () => Promise<string>, probe: () => Promise<boolean>, env: NodeJS.ProcessEnv): ServerControl {
  const docker = async (...args: string[]): Promise<void> => {
    const { code, output } = await run('docker', [...args, await id()], { env, timeoutMs: 60_000 });
    if (code !== 0) throw new Error(`docker ${args.join(' ')} of ${name} failed: ${output}`);
  };
  return {
    name,
    start: async () => {
      await docker('start');
      if (!await until(probe, 60_000)) throw new Error(`${name} does not answer from its container`);
    },
    stop: () => docker('stop', '--time', '20'),
    kill: () => docker('kill'),
    pause: () => docker('pause'),
    resume: () => docker('unpause'),
  };
}
