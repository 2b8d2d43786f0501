/** What the scratch needs of the libraries that it serves. */
export interface Provisioning {
  provision(adminUrl: string, options: { database: string; passwords: Readonly<Record<string, string>> }): Promise<Record<string, string>>;
  /** Resolves once every partition of every declared topic has a leader that answers. */
  ensureTopics(brokers: string[], prefix: string): Promise<void>;
}

/**
 * Loads them by name at run time. The tests of `database` and `messaging` use this library, so that an ordinary import
 * would close a circle between the projects, and nothing could be built any more.
 */
export async function loadProvisioning(): Promise<Provisioning> {
  const load = (name: string): Promise<unknown> => import(`@candor/${name}`);
  const { provision } = await load('database') as Pick<Provisioning, 'provision'>;
  const { ensureTopics } = await load('messaging') as Pick<Provisioning, 'ensureTopics'>;
  return { provision, ensureTopics };
}
