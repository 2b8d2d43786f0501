import { SnsHost } from './sns-host.ts';

describe('the notification service', () => {
  const sns = new SnsHost();
  it.each(['https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-abc.pem', 'https://sns.cn-north-1.amazonaws.com.cn/x.pem'])('is at %s', (url) => expect(sns.owns(url)).toBe(true));

  it.each([
    'http://sns.eu-west-1.amazonaws.com/x.pem', 'https://sns.eu-west-1.amazonaws.com.example.com/x.pem', 'https://sns.eu-west-1.amazonaws.com@example.com/x.pem', 'https://bucket.s3.amazonaws.com/x.pem',
    'https://sns.eu-west-1.amazonaws.com:8443/x.pem', 'https://example.com/https://sns.eu-west-1.amazonaws.com/x.pem', 'https://sns.eu-west-1.amazonaws.com\\@example.com/x.pem', '', 'file:///etc/passwd',
  ])('is not at %s, and nothing is fetched there', async (url) => {
    expect(sns.owns(url)).toBe(false);
    expect(await sns.keyAt(url, new Date())).toBeUndefined();
  });

  it('is only where it was said to be', () => {
    const other = new SnsHost('http://127.0.0.1:4566');
    expect(['http://127.0.0.1:4566/cert.pem', 'http://127.0.0.1:45660/cert.pem', 'https://sns.eu-west-1.amazonaws.com/x.pem'].map((url) => other.owns(url))).toEqual([true, false, false]);
  });
});
