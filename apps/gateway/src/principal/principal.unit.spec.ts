import { createVerifier, newSigningKey, type Principal } from '@candor/identity';
import { apiKeyOf, keyHashOf } from './credentials.ts';
import { PrincipalDirectory, type Lookup } from './principal-directory.ts';
import { TokenMint } from './token-mint.ts';

const reader: Principal = { subject: 'key:1', kind: 'key', name: 'Reader', scopes: ['scores:read'], units: null, roles: [] };
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

describe('an API key', () => {
  it.each([
    ['Bearer secret', 'secret'],
    ['bearer  secret', 'secret'],
    [basic('anybody:secret'), 'secret'],
    [basic(':secret'), 'secret'],
    [basic('user:se:cret'), 'se:cret'],
    [basic('secret'), undefined],
    [basic('user:'), undefined],
    ['Digest secret', undefined],
    ['Bearer', undefined],
    ['secret', undefined],
    ['', undefined],
  ])('is read from "%s"', (header, key) => expect(apiKeyOf(header)).toBe(key));

  it('is asked for by its hash only', () => expect(keyHashOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'));
});

describe('who is behind a key', () => {
  let now: number;
  let asked: number;
  let answer: Lookup;
  let directory: PrincipalDirectory;
  const find = () => directory.find({ keyHash: 'h' });
  const settle = () => new Promise((resolve) => setImmediate(resolve));

  beforeEach(() => {
    now = 0;
    asked = 0;
    answer = async () => reader;
    directory = new PrincipalDirectory((question) => {
      asked++;
      return answer(question);
    }, () => now);
  });

  it('is asked once and believed for 10 seconds', async () => {
    expect(await find()).toBe(reader);
    now = 4999;
    expect(await find()).toBe(reader);
    expect(asked).toBe(1);
    now = 10_000;
    await find();
    expect(asked).toBe(2);
  });

  it('is asked once by requests that come at the same time', async () => {
    await Promise.all([find(), find(), find()]);
    expect(asked).toBe(1);
  });

  it('is asked again before the 10 seconds are over, without anybody waiting for it', async () => {
    await find();
    now = 6000;
    answer = async () => ({ ...reader, name: 'Renamed' });
    expect((await find())?.name).toBe('Reader');
    await settle();
    expect(asked).toBe(2);
    now = 10_500;
    expect((await find())?.name).toBe('Renamed');
    expect(asked).toBe(2);
  });

  it('is nobody as soon as the catalogue says so', async () => {
    await find();
    answer = async () => undefined;
    now = 10_000;
    expect(await find()).toBeUndefined();
    expect(await find()).toBeUndefined();
    expect(asked).toBe(3);
  });

  it('that is not known is asked every time, so that a new key works at once', async () => {
    answer = async () => undefined;
    await find();
    answer = async () => reader;
    expect(await find()).toBe(reader);
  });

  it('is still believed for 5 minutes while the catalogue is away, then not', async () => {
    await find();
    answer = () => Promise.reject(new Error('refused'));
    now = 299_000;
    expect(await find()).toBe(reader);
    now = 300_000;
    await expect(find()).rejects.toMatchObject({ status: 503, code: 'AUTH.UNAVAILABLE' });
  });

  it('cannot be said if the catalogue is away from the start: 503, never "nobody"', async () => {
    answer = () => Promise.reject(new Error('refused'));
    await expect(find()).rejects.toMatchObject({ status: 503, code: 'AUTH.UNAVAILABLE' });
    answer = async () => reader;
    expect(await find()).toBe(reader);
  });
});

describe('the token for the services', () => {
  it('is signed once and handed out only while it has half a minute to live', async () => {
    const { privateJwk, jwks } = await newSigningKey();
    const mint = new TokenMint(privateJwk);
    const start = Date.now();
    const first = await mint.tokenFor(reader, start);
    expect(await createVerifier(jwks)(first)).toEqual(reader);
    expect(await mint.tokenFor(reader, start + 29_000)).toBe(first);
    await new Promise((resolve) => setTimeout(resolve, 1001));
    expect(await mint.tokenFor(reader, start + 31_000)).not.toBe(first);
  });

  it('is one for each principal', async () => {
    const { privateJwk, jwks } = await newSigningKey();
    const mint = new TokenMint(privateJwk);
    const tokens = await Promise.all([mint.tokenFor(reader), mint.tokenFor({ ...reader, units: ['north'] })]);
    const principals = await Promise.all(tokens.map((token) => createVerifier(jwks)(token)));
    expect(principals.map(({ units }) => units)).toEqual([null, ['north']]);
  });
});
