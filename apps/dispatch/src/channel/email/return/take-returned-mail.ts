import { LOGGER, metrics, type Logger } from '@candor/observability';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../../config.ts';
import { Loops } from '../../../timer/loops.ts';
import { noteVerdicts } from '../note-verdicts.ts';
import { isGenuine, readReturnAddress } from './return-address.ts';
import { ReturnServer } from './return-server.ts';
import { readReturnedMail } from './returned-mail.ts';

const refused = metrics.counter('candor_returned_mail_refused_total', 'Mails to addresses that are no return addresses of ours, or not genuine');
/** Whatever way its latest message went. */
const TOKEN = 'SELECT token FROM invitation WHERE id = $1';

/** Takes in what mail servers return: bounces and complaints, each of the mail whose envelope sender it comes to. Does nothing unless it has a port. */
@Injectable()
export class TakeReturnedMail implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #server: ReturnServer | undefined;
  /** Where it listens; undefined: it does not. */
  port: number | undefined;

  constructor(private readonly dataSource: DataSource, private readonly loops: Loops, @Inject(CONFIG) private readonly config: Config, @Inject(LOGGER) private readonly logger: Logger) {}

  async onApplicationBootstrap(): Promise<void> {
    const { BOUNCE_PORT: port, HOST: host } = this.config;
    if (port === undefined) return;
    this.#server = new ReturnServer({ host, port, knows: (address) => this.#knows(address), take: (address, mail) => this.#take(address, mail), onRefused: () => refused.inc() });
    this.port = await this.#server.listen().catch((cause: unknown) => {
      throw new Error(`BOUNCE_PORT: nothing can be taken in at port ${port} of ${host}`, { cause });
    });
    this.logger.info({ port: this.port }, 'taking in returned mail');
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#server?.close();
  }

  /** An invitation that was erased has no token any more, and nothing is noted of it. */
  async #knows(address: string): Promise<boolean> {
    const returned = readReturnAddress(address);
    if (!returned) return false;
    const [row]: { token: string }[] = await this.dataSource.query(TOKEN, [returned.invitation]);
    return row !== undefined && row.token !== '' && isGenuine(returned, row.token);
  }

  async #take(address: string, mail: Buffer): Promise<void> {
    const { invitation } = readReturnAddress(address)!;
    if (await noteVerdicts(this.dataSource, 'return', [{ invitation, verdict: readReturnedMail(mail) }], new Date())) this.loops.wake('receipt');
  }
}
