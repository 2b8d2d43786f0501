import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { RemedyError } from '../../libs/stack/src/index.ts';

export interface Settings {
  readonly root: string;
  readonly home: string;
  /** The gateway's. */
  readonly port: number;
  readonly publicUrl: string;
  readonly demo: boolean;
  /** Given by CANDOR_API_KEY; otherwise one is made and kept. */
  readonly apiKey: string | null;
  /** Another name than candor, and another prefix than none, let two installations share given servers. */
  readonly database: string;
  readonly topicPrefix: string;
  readonly logLevel: string;
  readonly env: NodeJS.ProcessEnv;
}

/** A port from the environment; null if the variable is absent. @throws RemedyError naming the variable. */
export function portFrom(env: NodeJS.ProcessEnv, name: string): number | null {
  const text = env[name];
  if (!text) return null;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new RemedyError(`${name} is not a port`, 'give a number from 1 to 65535');
  return port;
}

/** Everything that the environment says about a start. @throws RemedyError naming the variable that is wrong. */
export function readSettings(root: string, env: NodeJS.ProcessEnv): Settings {
  const demo = env['CANDOR_DEMO'] || 'on';
  if (demo !== 'on' && demo !== 'off') throw new RemedyError('CANDOR_DEMO is neither on nor off', 'set it to one of the two');
  const apiKey = env['CANDOR_API_KEY'] || null;
  if (apiKey && !/^[\x21-\x7e]{8,200}$/.test(apiKey)) throw new RemedyError('CANDOR_API_KEY cannot be sent in a header', 'give 8 to 200 printable characters without spaces');
  const database = env['CANDOR_DATABASE'] || 'candor';
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(database)) throw new RemedyError('CANDOR_DATABASE is not a name', 'give lower-case letters, digits and _');
  const port = portFrom(env, 'PORT') ?? 8080;
  return {
    root, port, demo: demo === 'on', apiKey, env, database, topicPrefix: env['TOPIC_PREFIX'] || '',
    home: resolve(root, env['CANDOR_HOME'] || '.stack'),
    publicUrl: (env['PUBLIC_URL'] || `http://localhost:${port}`).replace(/\/+$/, ''),
    logLevel: env['LOG_LEVEL'] || 'info',
  };
}

export const newApiKey = (): string => `ck_dev_${randomBytes(18).toString('base64url')}`;
