import { Refused, type FrontDoor } from '../../front-door/front-door.ts';
import { dueToBeTaken, nextStep } from './plan.ts';
import type { Task } from './task.ts';

/** Tasks that one person has at a time. */
const MOST = 8;
/** Of the tasks that wait; those that are due are among the first, since the list begins with the most urgent. */
const LOOKED_AT = 500;

interface Page {
  readonly data: readonly Task[];
}

/** One colleague at the inbox, by a key of their own: takes what nobody has, and works on what is theirs. What somebody else has is not looked at. */
export class ColleagueAtWork {
  readonly #door: FrontDoor;
  readonly #haste: number;

  /** @param haste how much faster than life */
  constructor(door: FrontDoor, haste: number) {
    this.#door = door;
    this.#haste = haste;
  }

  /** One look at the inbox. @returns how many tasks were closed */
  async turn(now: Date): Promise<number> {
    const mine = await this.#list(`status=claimed&assignee=me&limit=${LOOKED_AT}`);
    let closed = 0;
    for (const task of mine) {
      const step = nextStep(task, now, this.#haste);
      if (step?.kind === 'note') await this.#do(task, 'notes', { text: step.text });
      if (step?.kind === 'close' && (await this.#do(task, 'close', { outcome: step.outcome, note: step.note }))) closed++;
    }
    const room = MOST - (mine.length - closed);
    if (room <= 0) return closed;
    for (const task of dueToBeTaken(await this.#list(`status=open&assignee=none&limit=${LOOKED_AT}`), now, this.#haste).slice(0, room)) await this.#take(task);
    return closed;
  }

  async #list(query: string): Promise<readonly Task[]> {
    return (await this.#door.get<Page>(`/v1/cases?${query}`))?.data ?? [];
  }

  /** Opens it, as everybody does before taking one. */
  async #take(task: Task): Promise<void> {
    if (await this.#door.get(`/v1/cases/${task.id}`)) await this.#do(task, 'claim', {});
  }

  /** @returns false where somebody else was faster: then it is theirs */
  async #do({ id }: Task, what: string, body: object): Promise<boolean> {
    try {
      await this.#door.post(`/v1/cases/${id}/${what}`, JSON.stringify(body));
      return true;
    } catch (error) {
      if (error instanceof Refused && (error.status === 404 || error.status === 409)) return false;
      throw error;
    }
  }
}
