import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { responseTopic } from '@candor/contracts';
import { mavenJars } from '@candor/stack';
import type { Scratch } from '@candor/testing';
import { ended } from '../servers.ts';
import type { AnswerSet } from './answers.ts';
import { rate } from './rate.ts';

const root = join(import.meta.dirname, '..', '..');
const source = join(root, 'bench/peers/kafka-streams');
const made = join(root, '.stack', 'kafka-streams-peer');

/** Fetches the jars, once, and compiles. @returns the class path */
async function build(): Promise<string> {
  const jars = join(made, 'jars');
  await mavenJars({ what: 'the Kafka Streams peer', pom: join(source, 'pom.xml'), folder: jars, log: join(made, 'maven.log'), path: process.env['PATH'] ?? '' });
  mkdirSync(join(made, 'classes'), { recursive: true });
  const { status, error } = spawnSync('javac', ['-cp', join(jars, '*'), '-d', join(made, 'classes'), join(source, 'src/Scorer.java')], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error('javac failed: the Kafka Streams peer needs a JDK', { cause: error });
  return `${join(jars, '*')}:${join(made, 'classes')}`;
}

/** The same count by Kafka Streams, exactly once, with a store of ids against duplicates. @returns answers per second @throws if not each was counted once */
export async function kafkaStreams(world: Scratch, { events }: AnswerSet, stores: 'rocksdb' | 'memory'): Promise<number> {
  const state = join(tmpdir(), `candor-bench-${randomBytes(6).toString('hex')}`);
  const child = spawn('java', ['-Xmx2g', '-cp', await build(), 'Scorer', world.kafkaBrokers, world.topicPrefix + responseTopic.name, `${world.topicPrefix}scorer-${randomBytes(4).toString('hex')}`, state, stores], { stdio: ['pipe', 'pipe', 'inherit'] });
  let [counted, total] = [0, null as number | null];
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [what, number] = line.split(' ');
    if (what === 'total') total = Number(number);
    else counted = Number(number);
  });
  try {
    const found = await rate(async () => {
      if (child.exitCode !== null) throw new Error(`the Kafka Streams peer ended with ${child.exitCode}`);
      return counted;
    }, events, 300);
    for (const end = performance.now() + 30_000; total !== events; ) {
      if (performance.now() > end) throw new Error(`Kafka Streams counted ${total} of ${events}`);
      child.stdin.write('total\n');
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    return found;
  } finally {
    await ended(child);
    rmSync(state, { recursive: true, force: true });
  }
}
