import type { Report } from '../addresses.ts';
import { RemedyError } from './remedy.ts';
import { run } from './run.ts';

export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

async function lookUp(name: string): Promise<SystemUser | null> {
  const uid = await run('id', ['-u', name], { timeoutMs: 10_000 });
  const gid = await run('id', ['-g', name], { timeoutMs: 10_000 });
  return uid.code === 0 && gid.code === 0 ? { uid: Number(uid.output), gid: Number(gid.output) } : null;
}

/**
 * The user that PostgreSQL must run as, undefined for our own. PostgreSQL refuses to run as root, so root needs an
 * unprivileged user beside; it is made if the system has none.
 */
export async function postgresUser(report: Report): Promise<SystemUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const found = await lookUp('postgres');
  if (found) return found;
  report('PostgreSQL: adding the system user postgres, since it refuses to run as root');
  await run('groupadd', ['--system', 'postgres'], { timeoutMs: 30_000 }).catch(() => undefined);
  await run('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres'], { timeoutMs: 30_000 }).catch(() => undefined);
  const made = await lookUp('postgres');
  if (!made) throw new RemedyError('PostgreSQL refuses to run as root', 'add a system user named postgres, or start as another user');
  return made;
}

/** Whether that user can enter the folder; under /root or a mkdtemp folder (both 0700) it cannot. */
export async function canEnter(user: SystemUser, folder: string): Promise<boolean> {
  try {
    return (await run('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { user, cwd: '/', timeoutMs: 10_000 })).code === 0;
  } catch {
    return false;
  }
}
