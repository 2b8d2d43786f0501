/**
 * The peer of the mail benchmark: BullMQ with one job per recipient, each rendered and handed to nodemailer's pool. Fills its queue, prints `filled`, and begins at the
 * first line on standard input.
 */
import { once } from 'node:events';
import { Queue, Worker } from 'bullmq';
import { createTransport } from 'nodemailer';
import { compileMails } from '../../apps/dispatch/src/channel/email/compile.ts';
import { renderMail } from '../../apps/dispatch/src/channel/email/mail.ts';

const { BENCH_REDIS_URL = '', BENCH_SMTP_PORT, BENCH_MAILS, BENCH_CONNECTIONS, BENCH_DKIM_KEY } = process.env;
const connections = Number(BENCH_CONNECTIONS);
const { hostname: host, port } = new URL(BENCH_REDIS_URL);
const connection = { host, port: Number(port), maxRetriesPerRequest: null };
const name = `bench-mail-${process.pid}`;
const queue = new Queue(name, { connection });
const mails = await compileMails();
const day = 24 * 3600 * 1000;

for (let i = 0; i < Number(BENCH_MAILS); i += 1000) {
  await queue.addBulk(Array.from({ length: Math.min(1000, Number(BENCH_MAILS) - i) }, (_, j) => ({
    name: 'mail', opts: { removeOnComplete: true },
    data: { invitation: crypto.randomUUID(), token: '7n42DGM5Tflk9n8mt7Fhc7', address: `customer-${i + j}@example.com`, name: 'Noa Levi', brand: 'Meridian Bank', touchpoint: 'Visit', unit: 'Haifa Port', at: Date.now() },
  })));
}
console.log('filled');
await once(process.stdin, 'data');

const transport = createTransport({
  host: '127.0.0.1', port: Number(BENCH_SMTP_PORT), pool: true, maxConnections: connections, maxMessages: 1000, ignoreTLS: true,
  ...(BENCH_DKIM_KEY ? { dkim: { domainName: 'candor.example', keySelector: 's1', privateKey: BENCH_DKIM_KEY } } : {}),
});
const worker = new Worker(name, async ({ data: { at, address, ...subject } }) => {
  const mail = renderMail(mails('en', 'customers'), { ...subject, occurredAt: new Date(at), expiresAt: new Date(at + 30 * day), timeZone: 'UTC' }, 'http://localhost:8080', 'candor.example');
  await transport.sendMail({
    from: { name: subject.brand, address: 'feedback@candor.example' }, to: { name: subject.name, address },
    envelope: { from: `bounce+${subject.invitation}@candor.example`, to: [address] },
    subject: mail.subject, text: mail.text, html: mail.html, messageId: mail.messageId, headers: mail.headers,
  });
}, { connection, concurrency: connections });
worker.on('error', (error) => console.error(error));
process.on('SIGTERM', () => void Promise.allSettled([worker.close(), queue.obliterate({ force: true })]).then(() => process.exit(0)));
