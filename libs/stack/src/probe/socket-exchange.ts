import { connect } from 'node:net';

/** Sends bytes, gives the first bytes that come back; null if nobody answers in time. */
export const exchange = (host: string, port: number, request: Uint8Array, timeoutMs = 1000): Promise<Buffer | null> =>
  new Promise((resolve) => {
    const socket = connect({ host, port });
    const finish = (answer: Buffer | null): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(timeoutMs, () => finish(null));
    socket.once('error', () => finish(null));
    socket.once('close', () => finish(null));
    socket.once('connect', () => socket.write(request));
    socket.once('data', (data) => finish(data));
  });
