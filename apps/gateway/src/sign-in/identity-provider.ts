import { unavailable } from '@candor/http';
import * as oidc from 'openid-client';
import type { Session } from './sessions.ts';

export interface ProviderSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Where it sends people back to. */
  redirectUri: string;
}

/** What must be kept while somebody is at the provider's. */
export interface SignInState {
  state: string;
  nonce: string;
  verifier: string;
}

/** OpenID Connect: authorization code with PKCE, state and nonce. The provider is looked up at the first sign-in, so that either may start first. */
export class IdentityProvider {
  readonly #settings: ProviderSettings;
  #configuration: Promise<oidc.Configuration> | undefined;

  constructor(settings: ProviderSettings) {
    this.#settings = settings;
  }

  /** @throws Problem 503 if the provider cannot be reached */
  async begin(loginHint: string | undefined): Promise<{ url: string; kept: SignInState }> {
    const configuration = await this.#discovered();
    const kept = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
    const url = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: this.#settings.redirectUri, scope: 'openid profile email', state: kept.state, nonce: kept.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(kept.verifier), code_challenge_method: 'S256',
      ...(loginHint === undefined ? {} : { login_hint: loginHint }),
    });
    return { url: url.href, kept };
  }

  /**
   * Who came back.
   * @param query of the callback, with `?`
   * @throws of openid-client if anything does not fit: state, nonce, code, signature
   */
  async finish(query: string, kept: SignInState): Promise<Session> {
    const configuration = await this.#discovered();
    const tokens = await oidc.authorizationCodeGrant(configuration, new URL(this.#settings.redirectUri + query), {
      pkceCodeVerifier: kept.verifier, expectedState: kept.state, expectedNonce: kept.nonce, idTokenExpected: true,
    });
    const { sub, email, email_verified: verified } = tokens.claims()!;
    return { subject: sub, ...(typeof email === 'string' && verified === true ? { verifiedEmail: email } : {}) };
  }

  async #discovered(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.#settings;
    const address = new URL(issuer);
    const execute = address.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
    this.#configuration ??= oidc.discovery(address, clientId, clientSecret, undefined, { execute, timeout: 5 });
    try {
      return await this.#configuration;
    } catch (error) {
      this.#configuration = undefined;
      throw unavailable('AUTH.PROVIDER_AWAY', 'The identity provider cannot be reached at the moment; try again', error);
    }
  }
}
