/** Writes answers without end, a few per transaction, until it is killed. Prints each number of events it has committed. */
import pg from 'pg';
import { appendTo } from '../src/outbox/append.ts';
import { encode } from '../src/outbox/outgoing.ts';
import { Streams } from '../src/outbox/streams.ts';
import { answers } from './answers.ts';
import { config } from './config.ts';

const client = new pg.Client({ connectionString: config.databaseUrl });
await client.connect();
const streams = await Streams.open(client, 'ingestion');
let committed = 0;
for (let round = 0; ; round++) {
  const count = 1 + (round % 7);
  const events = answers(count, `${process.pid}-${round}`).map((event) => encode(event, '/candor/ingestion', undefined));
  await client.query('BEGIN');
  await client.query('INSERT INTO seen (id, revision) SELECT unnest($1::text[]), 1', [events.map(({ key }) => key)]);
  await appendTo(client, streams, events);
  await client.query('COMMIT');
  committed += count;
  if (round % 20 === 0) process.stdout.write(`committed ${committed}\n`);
}
