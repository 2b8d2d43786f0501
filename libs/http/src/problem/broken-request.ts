import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { PROBLEM_TYPE } from './answer-error.ts';
import { Problem } from './problem.ts';

/** How long the rest of a request is thrown away, so that whoever is still sending it hears the answer instead of a broken connection. */
const DISCARD_MS = 2000;

const TOO_LARGE = new Problem({ status: 431, code: 'REQUEST.HEAD_TOO_LARGE', title: 'The address and headers are too large', detail: 'Address and headers together may have 16 KiB: ask for less at once' });
const TOO_SLOW = new Problem({ status: 408, code: 'REQUEST.TOO_SLOW', title: 'The request did not come to its end in time' });
const BROKEN = new Problem({ status: 400, code: 'REQUEST.BROKEN', title: 'This is not HTTP' });
const BY_CODE: Record<string, Problem> = { HPE_HEADER_OVERFLOW: TOO_LARGE, ERR_HTTP_REQUEST_TIMEOUT: TOO_SLOW };

const answered = new WeakSet<Socket>();

/** Answers what Node's parser refuses before there is a request, in the same shape as every other error. The connection ends with it. */
export function answerBrokenRequest(error: { code?: string }, socket: Socket): void {
  // What still comes of it is refused again, piece by piece.
  if (answered.has(socket)) return;
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  answered.add(socket);
  const problem = BY_CODE[error.code ?? ''] ?? BROKEN;
  const body = JSON.stringify(problem);
  socket.end(`HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\ncontent-type: ${PROBLEM_TYPE}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`
    + `cache-control: no-store\r\nx-content-type-options: nosniff\r\nconnection: close\r\n\r\n${body}`);
  setTimeout(() => socket.destroy(), DISCARD_MS).unref();
}
