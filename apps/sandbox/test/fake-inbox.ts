import Fastify, { type FastifyInstance } from 'fastify';

interface FakeTask {
  id: string;
  unit: string;
  status: 'open' | 'claimed' | 'closed';
  assignee: string | null;
  openedAt: string;
  customer: { name: string };
  answer: { comment: string | null };
  history: { at: string; type: string; text?: string; outcome?: string }[];
}

/** As much of the inbox as colleagues meet: keys, tasks, and the rule that a task is of one person at a time. */
export class FakeInbox {
  readonly tasks: FakeTask[] = [];
  /** Secret to name. */
  readonly keys = new Map<string, { name: string; units: string[]; scopes: string[] }>();
  url = '';
  readonly #fastify: FastifyInstance = Fastify();

  async start(): Promise<void> {
    const who = (authorization: string | undefined): string | undefined => this.keys.get(authorization?.replace('Bearer ', '') ?? '')?.name;
    this.#fastify.post<{ Body: { name: string; units: string[]; scopes: string[] } }>('/v1/api-keys', (request) => {
      const secret = `secret ${this.keys.size}`;
      this.keys.set(secret, request.body);
      return { secret };
    });
    this.#fastify.get<{ Querystring: { status?: string; assignee?: string } }>('/v1/cases', (request, reply) => {
      const me = who(request.headers.authorization);
      if (!me) return reply.code(401).send({});
      const { status, assignee } = request.query;
      const wanted = assignee === 'me' ? me : assignee === 'none' ? null : undefined;
      return { data: this.tasks.filter((task) => (!status || task.status === status) && (wanted === undefined || task.assignee === wanted)), next: null };
    });
    this.#fastify.get<{ Params: { id: string } }>('/v1/cases/:id', (request) => this.#note(request.params.id, 'viewed'));
    this.#fastify.post<{ Params: { id: string; what: string }; Body: { text?: string; outcome?: string } }>('/v1/cases/:id/:what', (request, reply) => {
      const { id, what } = request.params;
      const me = who(request.headers.authorization)!;
      const task = this.tasks.find((one) => one.id === id)!;
      if (task.status === 'closed' || (task.assignee !== null && task.assignee !== me)) return reply.code(409).send({});
      if (what === 'claim') Object.assign(task, { status: 'claimed', assignee: me });
      if (what === 'close') task.status = 'closed';
      return this.#note(id, { claim: 'claimed', notes: 'noted', close: 'closed' }[what]!, request.body);
    });
    this.url = await this.#fastify.listen({ port: 0, host: '127.0.0.1' });
  }

  open(id: string, unit: string, minutesAgo: number): FakeTask {
    const openedAt = new Date(Date.now() - minutesAgo * 60_000).toISOString();
    const task: FakeTask = { id, unit, status: 'open', assignee: null, openedAt, customer: { name: 'Noa Levi' }, answer: { comment: null }, history: [{ at: openedAt, type: 'opened' }] };
    this.tasks.push(task);
    return task;
  }

  close(): Promise<void> {
    return this.#fastify.close();
  }

  #note(id: string, type: string, more: { text?: string; outcome?: string } = {}): FakeTask {
    const task = this.tasks.find((one) => one.id === id)!;
    task.history.push({ at: new Date().toISOString(), type, ...more });
    return task;
  }
}
