import { createSign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { canonicalString, type SnsMessage } from '../src/channel/email/callbacks/ses/sns-message.ts';
import { selfSigned } from './self-signed.ts';

/** A notification service: has a certificate, signs, and hears of confirmed subscriptions. */
export class SnsService {
  static readonly topic = 'arn:aws:sns:eu-west-1:123456789012:bounces';
  readonly asked: string[] = [];
  readonly #certificate = selfSigned();
  readonly #stranger = selfSigned();
  #server: Server | undefined;
  url = '';

  static async start(): Promise<SnsService> {
    const service = new SnsService();
    const server = createServer(({ url = '' }, response) => {
      service.asked.push(url);
      if (url === '/expired.pem') return response.end(selfSigned({ to: new Date(Date.now() - 1000) }).pem);
      if (url === '/moved.pem') return response.writeHead(302, { location: '/cert.pem' }).end();
      return url === '/cert.pem' ? response.end(service.#certificate.pem) : response.writeHead(url.startsWith('/?Action=ConfirmSubscription') ? 200 : 404).end('<ok/>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    service.#server = server;
    service.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return service;
  }

  get env(): Record<string, string> {
    return { SES_TOPIC_ARNS: SnsService.topic, SNS_URL: this.url };
  }

  /** A signed message. `by`: whose key signs it. */
  signed(change: Record<string, string> & { SignatureVersion?: string } = {}, by: 'service' | 'stranger' = 'service'): Record<string, string> {
    const message: Record<string, string> = {
      Type: 'Notification', MessageId: crypto.randomUUID(), TopicArn: SnsService.topic, Message: 'Successfully validated SNS topic', Timestamp: new Date().toISOString(), SignatureVersion: '2', Signature: '',
      SigningCertURL: `${this.url}/cert.pem`, ...change,
    };
    const { key } = by === 'service' ? this.#certificate : this.#stranger;
    message['Signature'] = createSign(message['SignatureVersion'] === '1' ? 'RSA-SHA1' : 'RSA-SHA256').update(canonicalString(message as unknown as SnsMessage)).sign(key, 'base64');
    return message;
  }

  async close(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise<void>((resolve) => (this.#server ? this.#server.close(() => resolve()) : resolve()));
  }
}
