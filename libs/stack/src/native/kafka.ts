import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../addresses.ts';
import { kafkaAnswers } from '../probe/answers.ts';
import { ServerProcess } from '../process/server-process.ts';
import { ClassArchive } from './class-archive.ts';
import { findProgram } from './find-program.ts';
import { RemedyError } from './remedy.ts';
import { run } from './run.ts';

export interface KafkaOptions {
  /** Holds its data and configuration; the log and pid file lie beside it. */
  readonly home: string;
  readonly jars: string;
  readonly port: number;
  readonly controllerPort: number;
  readonly heapMb: number;
  /** Whether its end may take the seconds that writing an archive of its classes takes, once. */
  readonly makeArchive: boolean;
  readonly path: string;
}

const properties = (options: KafkaOptions): string => `
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:${options.controllerPort}
listeners=BROKER://127.0.0.1:${options.port},CONTROLLER://127.0.0.1:${options.controllerPort}
advertised.listeners=BROKER://127.0.0.1:${options.port}
listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT
inter.broker.listener.name=BROKER
controller.listener.names=CONTROLLER
log.dirs=${join(options.home, 'data')}
auto.create.topics.enable=false
offsets.topic.replication.factor=1
offsets.topic.num.partitions=8
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=2
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
share.coordinator.state.topic.num.partitions=2
group.initial.rebalance.delay.ms=0
log.cleaner.dedupe.buffer.size=33554432
log.index.size.max.bytes=1048576
`.trimStart();

const LOGGING = `
status = warn
appender.out.type = Console
appender.out.name = out
appender.out.layout.type = PatternLayout
appender.out.layout.pattern = %d{ISO8601} %p %c{1}: %m%n
rootLogger.level = warn
rootLogger.appenderRef.out.ref = out
logger.server.name = kafka.server
logger.server.level = info
`.trimStart();

export function java(path: string): string {
  const found = findProgram('java', path);
  if (!found) throw new RemedyError('Kafka needs Java 17 or newer', 'install it (Debian: apt-get install openjdk-17-jre-headless), or give KAFKA_BROKERS');
  return found;
}

async function format(program: string, classPath: string, configuration: string): Promise<void> {
  const id = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64url');
  // An id that starts with a dash would be taken for an option.
  const { code, output } = await run(program, ['-cp', classPath, 'kafka.tools.StorageTool', 'format', '-t', id.replace(/^-/, 'A'), '-c', configuration], { timeoutMs: 60_000 });
  if (code !== 0) throw new Error(`Kafka's data folder could not be formatted:\n${output}`);
}

/** One node of Apache Kafka (KRaft: broker and controller in one), started on the data it finds. */
export function kafkaServer(options: KafkaOptions, report: Report): ServerProcess {
  const configuration = join(options.home, 'server.properties');
  const logging = join(options.home, 'log4j2.properties');
  const classPath = join(options.jars, '*');
  const archive = new ClassArchive(options.jars, `${process.pid}-${options.port}`, options.makeArchive);
  return new ServerProcess({
    name: 'Kafka',
    pidFile: join(options.home, '..', 'kafka.pid'),
    logFile: join(options.home, '..', 'log', 'kafka.log'),
    stopSignal: 'SIGTERM', stopGraceMs: 30_000, readyTimeoutMs: 120_000,
    probe: () => kafkaAnswers(`127.0.0.1:${options.port}`),
    stopped: () => archive.keep(),
    command: async () => {
      const program = java(options.path);
      mkdirSync(options.home, { recursive: true });
      writeFileSync(configuration, properties(options));
      writeFileSync(logging, LOGGING);
      if (!existsSync(join(options.home, 'data', 'meta.properties'))) {
        report('Kafka: laying out its data folder, once');
        await format(program, classPath, configuration);
      }
      return {
        file: program,
        args: ['-Xms128m', `-Xmx${options.heapMb}m`, '-XX:+ExitOnOutOfMemoryError', ...archive.flags(), '-Djava.awt.headless=true', `-Dlog4j2.configurationFile=${logging}`, '-cp', classPath, 'kafka.Kafka', configuration],
        cwd: options.home,
      };
    },
  });
}
