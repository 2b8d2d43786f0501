import { findProgram } from '../native/find-program.ts';
import { run } from '../native/run.ts';

const succeeds = async (file: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<boolean> => {
  try {
    return (await run(file, args, { env, timeoutMs: 10_000 })).code === 0;
  } catch {
    return false;
  }
};

/** Whether a Docker engine answers: its command alone proves nothing. */
export async function engineAnswers(env: NodeJS.ProcessEnv): Promise<boolean> {
  const docker = findProgram('docker', env['PATH'] ?? '');
  return docker !== null && succeeds(docker, ['version', '--format', '{{.Server.Version}}'], env);
}

/** The command that runs Compose, null if there is none: the engine's plug-in, or the program of older systems. */
export async function composeCommand(env: NodeJS.ProcessEnv): Promise<readonly string[] | null> {
  const docker = findProgram('docker', env['PATH'] ?? '');
  if (docker && await succeeds(docker, ['compose', 'version'], env)) return [docker, 'compose'];
  const program = findProgram('docker-compose', env['PATH'] ?? '');
  return program && await succeeds(program, ['version'], env) ? [program] : null;
}
