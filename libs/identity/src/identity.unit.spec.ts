import { exportJWK, generateKeyPair, importJWK, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { createSigner, createVerifier, missingScopes, newSigningKey, ROLES, SCOPES, scopesOf, TokenError, type Principal } from './index.ts';

const agent: Principal = { subject: 'p1', kind: 'person', name: 'Noa', scopes: scopesOf(['agent']), units: ['haifa-1'], roles: ['agent'] };

const setup = async () => {
  const { privateJwk, jwks } = await newSigningKey();
  const key = await importJWK(privateJwk, 'EdDSA');
  const claims = { ...agent, subject: undefined };
  /** A correctly signed token with some claims changed. */
  const forge = (change: (jwt: SignJWT) => SignJWT, payload: JWTPayload = claims) =>
    change(new SignJWT(payload).setProtectedHeader({ alg: 'EdDSA', kid: privateJwk.kid! }).setSubject('p1').setIssuer('candor-gateway').setAudience('candor-services').setIssuedAt().setExpirationTime('1m')).sign(key);
  return { privateJwk, jwks, sign: createSigner(privateJwk), verify: createVerifier(jwks), forge };
};

describe('a token of the gateway', () => {
  it('carries the principal whole', async () => {
    const { sign, verify } = await setup();
    expect(await verify(await sign(agent))).toEqual(agent);
  });

  it('is refused when another key signed it, even under the same key id', async () => {
    const { verify, privateJwk } = await setup();
    const other = await newSigningKey();
    const forged = await createSigner({ ...other.privateJwk, kid: privateJwk.kid! })(agent);
    await expect(verify(forged)).rejects.toThrow(TokenError);
  });

  it('is refused when it chooses its own algorithm', async () => {
    const { verify, jwks } = await setup();
    // The classic confusion: the public key, which anybody may have, used as the secret of an HMAC.
    const secret = new TextEncoder().encode(JSON.stringify(jwks.keys[0]));
    const symmetric = await new SignJWT({ ...agent }).setProtectedHeader({ alg: 'HS256', kid: jwks.keys[0]!.kid! }).setSubject('p1')
      .setIssuer('candor-gateway').setAudience('candor-services').setIssuedAt().setExpirationTime('1m').sign(secret);
    const unsigned = new UnsecuredJWT({ ...agent }).setSubject('p1').setIssuer('candor-gateway').setAudience('candor-services').setIssuedAt().setExpirationTime('1m').encode();
    await expect(verify(symmetric)).rejects.toThrow(TokenError);
    await expect(verify(unsigned)).rejects.toThrow(TokenError);
  });

  it('is refused with a listed key of another algorithm', async () => {
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    const verify = createVerifier({ keys: [{ ...(await exportJWK(publicKey)), kid: 'e' }] });
    const token = await new SignJWT({ ...agent }).setProtectedHeader({ alg: 'ES256', kid: 'e' }).setSubject('p1').setIssuer('candor-gateway')
      .setAudience('candor-services').setIssuedAt().setExpirationTime('1m').sign(privateKey);
    await expect(verify(token)).rejects.toThrow(TokenError);
  });

  it('is refused when a claim was changed after signing', async () => {
    const { sign, verify } = await setup();
    const [header, payload, signature] = (await sign(agent)).split('.');
    const claims = JSON.parse(Buffer.from(payload!, 'base64url').toString());
    const raised = Buffer.from(JSON.stringify({ ...claims, units: null })).toString('base64url');
    await expect(verify([header, raised, signature].join('.'))).rejects.toThrow(TokenError);
  });

  it.each<[string, (jwt: SignJWT) => SignJWT]>([
    ['another issuer', (jwt) => jwt.setIssuer('somebody')],
    ['another audience', (jwt) => jwt.setAudience('somebody')],
    ['an end in the past', (jwt) => jwt.setExpirationTime('-1s')],
    ['a begin in the future', (jwt) => jwt.setNotBefore('1h')],
  ])('is refused with %s', async (_what, change) => {
    const { forge, verify } = await setup();
    await expect(verify(await forge((jwt) => jwt))).resolves.toEqual(agent);
    await expect(verify(await forge(change))).rejects.toThrow(TokenError);
  });

  it('is refused with a right that we do not know, or without an end', async () => {
    const { privateJwk, forge, verify } = await setup();
    await expect(verify(await forge((jwt) => jwt, { ...agent, scopes: ['everything'] }))).rejects.toThrow(TokenError);
    const endless = await new SignJWT({ ...agent }).setProtectedHeader({ alg: 'EdDSA', kid: privateJwk.kid! }).setSubject('p1').setIssuer('candor-gateway')
      .setAudience('candor-services').setIssuedAt().sign(await importJWK(privateJwk, 'EdDSA'));
    await expect(verify(endless)).rejects.toThrow(TokenError);
  });

  it('is remembered until it expires and not a moment longer', async () => {
    const { sign, jwks } = await setup();
    let now = Date.now();
    const verify = createVerifier(jwks, { now: () => now });
    const token = await sign(agent, { ttl: 60 });
    expect(verify.known(token)).toBeUndefined();
    await verify(token);
    expect(verify.known(token)).toEqual(agent);
    now += 61_000;
    expect(verify.known(token)).toBeUndefined();
    await expect(verify(token)).rejects.toThrow(TokenError);
  });

  it('makes room for new tokens by forgetting the one unused for longest', async () => {
    const { sign, jwks } = await setup();
    const verify = createVerifier(jwks, { cacheSize: 2 });
    const [a, b, c] = await Promise.all(['a', 'b', 'c'].map((subject) => sign({ ...agent, subject })));
    await verify(a!);
    await verify(b!);
    await verify(a!);
    await verify(c!);
    expect([a, b, c].map((token) => verify.known(token!)?.subject)).toEqual(['a', undefined, 'c']);
  });

  it('gives out no principal that a handler could change for the next request', async () => {
    const { sign, verify } = await setup();
    const principal = await verify(await sign(agent));
    expect(() => (principal.units = null)).toThrow(TypeError);
    expect(() => principal.scopes.push('operate')).toThrow(TypeError);
  });
});

describe('rights', () => {
  it('to correct answers are not given to those who are measured', () => {
    for (const role of ['agent', 'supervisor', 'manager'] as const) expect(scopesOf([role])).not.toContain('responses:correct');
    expect(scopesOf(['analyst'])).toContain('responses:correct');
  });

  it('of an administrator are all that can be given, and no role has the internal one', () => {
    expect(scopesOf(['administrator']).sort()).toEqual([...SCOPES].sort());
    for (const role of ROLES) expect(scopesOf([role])).not.toContain('internal');
  });

  it('add up over roles, and what is missing is named', () => {
    expect(scopesOf(['agent', 'analyst'])).toEqual(expect.arrayContaining(['cases:work', 'bi:write']));
    expect(missingScopes(agent, ['cases:work', 'operate'])).toEqual(['operate']);
  });
});
