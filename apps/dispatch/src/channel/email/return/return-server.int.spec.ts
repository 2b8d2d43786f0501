import { connect } from 'node:net';
import nodemailer from 'nodemailer';
import { ReturnServer, type ReturnServerOptions } from './return-server.ts';

const servers: ReturnServer[] = [];
const start = async (change: Partial<ReturnServerOptions> = {}) => {
  const taken: { address: string; mail: string }[] = [];
  const server = new ReturnServer({
    host: '127.0.0.1', port: 0, knows: (address) => Promise.resolve(address.startsWith('known')), take: async (address, mail) => void taken.push({ address, mail: mail.toString() }), ...change,
  });
  servers.push(server);
  const port = await server.listen();
  const send = (to: string | string[], text = 'hello', size?: number) =>
    nodemailer.createTransport({ host: '127.0.0.1', port, ignoreTLS: true }).sendMail({ envelope: { from: '', to, ...(size !== undefined && { size }) }, raw: `Subject: x\r\n\r\n${text}\r\n` });
  return { port, taken, send };
};
afterAll(() => Promise.all(servers.map((server) => server.close())));

describe('the server for returned mail', () => {
  it('takes mail for addresses that it knows, keeps its beginning, and has no use for passwords', async () => {
    const { port, taken, send } = await start();
    await send('known@example.com', 'x'.repeat(900).concat('\r\n').repeat(1000));
    expect(taken[0]!.address).toBe('known@example.com');
    expect(taken[0]!.mail).toHaveLength(256 * 1024);
    const greeting = await new Promise<string>((resolve) => {
      let said = '';
      const socket = connect(port, '127.0.0.1');
      socket.on('data', (chunk) => {
        if (said === '') socket.write('EHLO x\r\n');
        else socket.write('QUIT\r\n');
        said += String(chunk);
      }).on('close', () => resolve(said));
    });
    expect(greeting).toMatch(/SIZE \d+/);
    expect(greeting).not.toMatch(/AUTH|STARTTLS/);
  });

  it('refuses others, more than one at a time, and what is too large', async () => {
    const { send, taken } = await start();
    await expect(send('stranger@example.com')).rejects.toMatchObject({ responseCode: 550 });
    expect((await send(['known1@example.com', 'known2@example.com'])).rejected).toEqual(['known2@example.com']);
    await expect(send('known@example.com', 'x', 30 * 1024 * 1024)).rejects.toThrow('larger than allowed');
    expect(taken.map(({ address }) => address)).toEqual(['known1@example.com']);
  });

  it('asks to come again when it cannot look up or keep', async () => {
    const away = () => Promise.reject(new Error('the database is away'));
    await expect((await start({ knows: away })).send('known@example.com')).rejects.toMatchObject({ responseCode: 451, message: expect.not.stringContaining('database') });
    await expect((await start({ take: away })).send('known@example.com')).rejects.toMatchObject({ responseCode: 451 });
  });

  it('says so if its port is taken', async () => {
    const { port } = await start();
    await expect(start({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    servers.pop();
  });
});
