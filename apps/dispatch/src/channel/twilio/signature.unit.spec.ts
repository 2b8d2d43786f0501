import { isSignedByTwilio, twilioSignature } from './signature.ts';

/** The example of Twilio's documentation. */
const token = '12345';
const url = 'https://mycompany.com/myapp.php?foo=1&bar=2';
const fields = { CallSid: 'CA1234567890ABCDE', Caller: '+14158675309', Digits: '1234', From: '+14158675309', To: '+18005551212' };

describe('a form from Twilio', () => {
  it('is signed as its documentation says', () => expect(twilioSignature(token, url, fields)).toBe('RSOYDt4T1cUTdK1PDd93/VVr8B8='));
  it('is believed whatever order its fields came in', () => {
    const shuffled = Object.fromEntries(Object.entries(fields).reverse());
    expect(isSignedByTwilio(token, url, shuffled, 'RSOYDt4T1cUTdK1PDd93/VVr8B8=')).toBe(true);
  });
  it('is believed where a proxy has added the port of the scheme', () => {
    expect(isSignedByTwilio(token, url, fields, twilioSignature(token, url.replace('.com', '.com:443'), fields))).toBe(true);
  });
  it('keeps the spaces of its values', () => {
    const spaced = { ...fields, Body: ' 9 ' };
    expect(twilioSignature(token, url, spaced)).not.toBe(twilioSignature(token, url, { ...fields, Body: '9' }));
    expect(isSignedByTwilio(token, url, spaced, twilioSignature(token, url, spaced))).toBe(true);
  });
  it.each<[string, string, Record<string, string>, string | undefined]>([
    ['no signature', url, fields, undefined],
    ['an empty one', url, fields, ''],
    ['one of another account', url, fields, twilioSignature('54321', url, fields)],
    ['another address', url.replace('foo=1', 'foo=2'), fields, 'RSOYDt4T1cUTdK1PDd93/VVr8B8='],
    ['a changed field', url, { ...fields, Digits: '9' }, 'RSOYDt4T1cUTdK1PDd93/VVr8B8='],
    ['a field more', url, { ...fields, More: '' }, 'RSOYDt4T1cUTdK1PDd93/VVr8B8='],
  ])('with %s is not believed', (_what, at, form, signature) => expect(isSignedByTwilio(token, at, form, signature)).toBe(false));
});
