import { addressKey, usableEmail, usablePhone } from './address.ts';

describe('usableEmail', () => {
  it.each([
    ['noa@example.com', 'noa@example.com'], [' noa+bank@Example.COM ', 'noa+bank@example.com'], ["o'brien@mail.example.co.uk", "o'brien@mail.example.co.uk"],
    ['noa@דוגמה.com', 'noa@xn--6dbbec0c.com'],
  ])('takes %j as %j', (given, address) => expect(usableEmail(given)).toBe(address));

  it.each([
    '', 'noa', '@example.com', 'noa@', 'noa@localhost', 'a b@example.com', 'a@b@example.com', '.a@example.com', 'a..b@example.com', 'a@exa_mple.com', 'a@-x.com', 'a@x.c',
    'noa@example.com\r\nBcc: all@example.com', 'noa@example.com, all@example.com', '"a b"@example.com', 'a@[127.0.0.1]', `${'a'.repeat(65)}@example.com`, 'נועה@example.com',
  ])('refuses %j', (given) => expect(usableEmail(given)).toBeNull());
});

describe('usablePhone', () => {
  it.each([['+972 50-123-4567', '+972501234567'], ['+44 (0)20 7946 0958', '+442079460958'], ['+251911234567', '+251911234567']])('takes %j as %j', (given, number) => {
    expect(usablePhone(given)).toBe(number);
  });

  it.each(['', '050-1234567', '+972 5', 'call me', '+999123456789'])('refuses %j', (given) => expect(usablePhone(given)).toBeNull());
});

describe('addressKey', () => {
  it('is one for all spellings of an address', () => expect(addressKey('Noa@example.com')).toBe(addressKey('noa@EXAMPLE.com')));
});
