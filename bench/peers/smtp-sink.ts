/**
 * The other side of both mail benchmarks: a mail server that takes everything and does no more than it must. Prints its port; answers the line `look` on standard
 * input with `{ "mails", "seconds" }`, the time from the first mail to the last, and begins anew at `reset`.
 */
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

const END = '\r\n.\r\n';
const seen = { mails: 0, first: 0, last: 0 };

const server = createServer((socket) => {
  let inData = false;
  let rest = '';
  socket.setNoDelay(true);
  socket.on('error', () => undefined);
  socket.write('220 sink ESMTP\r\n');
  socket.on('data', (chunk) => {
    rest += chunk.toString('latin1');
    for (;;) {
      const end = inData ? rest.indexOf(END) : rest.indexOf('\r\n');
      if (end < 0) {
        // Only the end of a mail is looked for: the rest of it is not kept.
        if (inData) rest = rest.slice(-END.length);
        return;
      }
      const line = inData ? '' : rest.slice(0, end).toUpperCase();
      rest = rest.slice(end + (inData ? END.length : 2));
      if (inData) {
        inData = false;
        seen.last = performance.now();
        if (seen.mails++ === 0) seen.first = seen.last;
        socket.write('250 taken\r\n');
      } else if (line.startsWith('EHLO')) socket.write('250-sink\r\n250-PIPELINING\r\n250 8BITMIME\r\n');
      else if (line === 'DATA') {
        inData = true;
        // The mark may follow at once, after an empty mail.
        rest = `\r\n${rest}`;
        socket.write('354 go on\r\n');
      } else if (line === 'QUIT') socket.end('221 bye\r\n');
      else socket.write('250 ok\r\n');
    }
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address === 'object') console.log(address.port);
});
createInterface({ input: process.stdin }).on('line', (line) => {
  if (line === 'reset') Object.assign(seen, { mails: 0, first: 0, last: 0 });
  else console.log(JSON.stringify({ mails: seen.mails, seconds: (seen.last - seen.first) / 1000 }));
});
process.on('SIGTERM', () => process.exit(0));
