import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import { Provider } from 'oidc-provider';
import { personOf } from './people.ts';
import { ProviderMemory } from './provider-memory.ts';

export interface ProviderOptions {
  /** As the outside sees it, path included. */
  issuer: string;
  clientId: string;
  clientSecret: string | undefined;
  redirectUri: string;
  /** Where people may be sent after they signed out. */
  home: string;
  /** Path of the page that asks who somebody is. */
  signInPath: string;
}

/** See `mountProvider`, which hides it from a new sign-in. */
export const SESSION_COOKIE = '_sandbox_session';
const HOUR = 3600;

/**
 * A real OpenID Connect provider, for development: authorization code with PKCE, one client, people without passwords. Its keys live as long as the process.
 */
export async function createProvider(options: ProviderOptions): Promise<Provider> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const provider = new Provider(options.issuer, {
    adapter: ProviderMemory,
    clients: [{
      client_id: options.clientId,
      ...(options.clientSecret === undefined ? { token_endpoint_auth_method: 'none' } : { client_secret: options.clientSecret }),
      redirect_uris: [options.redirectUri],
      post_logout_redirect_uris: [options.home, `${options.home}/`],
      response_types: ['code'],
      grant_types: ['authorization_code'],
    }],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256' }] },
    cookies: { keys: [randomBytes(32).toString('base64url')], names: { session: SESSION_COOKIE, interaction: '_sandbox_interaction', resume: '_sandbox_resume' } },
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
    // The client is ours: it gets the name with the ID token and saves a request.
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `${options.signInPath}/${interaction.uid}` },
    ttl: { AccessToken: HOUR, IdToken: HOUR, Interaction: HOUR, Session: HOUR, Grant: HOUR, AuthorizationCode: 60 },
    findAccount: (_context, subject) => {
      const person = personOf(subject);
      return person && { accountId: person.subject, claims: () => ({ sub: person.subject, name: person.name, email: person.email, email_verified: true }) };
    },
    loadExistingGrant: async (context) => {
      const { client, session } = context.oidc;
      const grant = new context.oidc.provider.Grant({ clientId: client!.clientId, accountId: session!.accountId! });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  });
  provider.proxy = true;
  return provider;
}
