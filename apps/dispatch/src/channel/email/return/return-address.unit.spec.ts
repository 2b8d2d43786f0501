import { isGenuine, readReturnAddress, returnAddress } from './return-address.ts';

const invitation = '0f8c6c39-7a6e-4f1e-8c6f-0d6b5e0f7a11';
const token = '7n42DGM5Tflk9n8mt7Fhc7';
const address = returnAddress(invitation, token, 'bounce.example');

describe('a return address', () => {
  it('names its invitation, is genuine, and fits into a local part, whatever case it comes back in', () => {
    for (const given of [address, address.toUpperCase()]) {
      const read = readReturnAddress(given)!;
      expect(read.invitation).toBe(invitation);
      expect(isGenuine(read, token)).toBe(true);
    }
    expect(address.indexOf('@')).toBeLessThanOrEqual(64);
  });

  it('is not genuine for another invitation, with another secret, or with another end', () => {
    const other = readReturnAddress(address.replace('0f8c', '0f8d'))!;
    expect(isGenuine(other, token)).toBe(false);
    expect(isGenuine(readReturnAddress(address)!, `${token.slice(0, -1)}8`)).toBe(false);
    expect(isGenuine({ invitation, mac: '0'.repeat(16) }, token)).toBe(false);
  });

  it.each(['bounce+0f8c6c397a6e4f1e8c6f0d6b5e0f7a11@x.example', 'postmaster@x.example', '', '@', `x${address}`, address.replace('@', '0@')])('is not %j', (given) => {
    expect(readReturnAddress(given)).toBeUndefined();
  });
});
