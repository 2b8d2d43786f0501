import { createHash } from 'node:crypto';
import { cellScored, cutScored, cutValueOf, type Contribution, type DataOf, type Funnel, type InvitationContribution } from '@candor/contracts';
import { outgoing, type Outgoing } from '@candor/messaging';
import { countIndex, countsLength } from '@candor/nps';

type Cell = DataOf<typeof cellScored>;
type CutCell = DataOf<typeof cutScored>;
type Place = Pick<Cell, 'span' | 'measure' | 'programme' | 'touchpoint' | 'unit' | 'day' | 'source'> & { hour?: number };

const NO_FUNNEL: Funnel = { invited: 0, delivered: 0, bounced: 0, answered: 0, maturedDelivered: 0, maturedAnswered: 0, opened: 0, started: 0 };

/** Scoring as its contract says: subtracts what an answer was, adds what it is, and publishes absolute cells with rising versions. */
export class Scoring {
  readonly #cells = new Map<string, Cell>();
  readonly #dirty = new Set<string>();
  readonly #cuts = new Map<string, CutCell>();
  readonly #dirtyCuts = new Set<string>();

  /** `id` decides on the source partition, as the key of the record would. */
  answer(id: string, before: Contribution | null, after: Contribution | null): this {
    const source = `r${sourceOf(id)}`;
    for (const [contribution, sign] of [[before, -1], [after, 1]] as const) {
      if (!contribution) continue;
      for (const place of places(contribution, contribution.measure, source)) {
        const cell = this.#open(place, new Array<number>(countsLength(contribution.measure)).fill(0));
        cell.counts[countIndex(contribution.measure, contribution.score)]! += sign;
      }
      for (const cell of this.#openCuts(contribution, contribution.measure, source, countsLength(contribution.measure))) cell.counts[countIndex(contribution.measure, contribution.score)]! += sign;
    }
    return this;
  }

  invitation(id: string, before: InvitationContribution | null, after: InvitationContribution | null): this {
    const source = `i${sourceOf(id)}`;
    for (const [contribution, sign] of [[before, -1], [after, 1]] as const) {
      if (!contribution) continue;
      const measure = contribution.measure ?? 'nps';
      for (const place of places(contribution, measure, source)) {
        const cell = this.#open(place, []);
        cell.funnel = added(cell.funnel ?? NO_FUNNEL, contribution, sign);
      }
      for (const cell of this.#openCuts(contribution, measure, source, 0)) cell.funnel = added(cell.funnel ?? NO_FUNNEL, contribution, sign);
    }
    return this;
  }

  /** The cells that changed since the last call, each in its newest version. */
  changed(): Outgoing[] {
    const cells = [...this.#dirty].map((key) => outgoing(cellScored, structuredClone(this.#cells.get(key)!)) as Outgoing);
    const cuts = [...this.#dirtyCuts].map((key) => outgoing(cutScored, structuredClone(this.#cuts.get(key)!)) as Outgoing);
    this.#dirty.clear();
    this.#dirtyCuts.clear();
    return [...cells, ...cuts];
  }

  /** The cell of each declared cut of which something is said. */
  #openCuts(contribution: Contribution | InvitationContribution, measure: Cell['measure'], source: string, length: number): CutCell[] {
    const { programme, touchpoint, path, day, cuts = [] } = contribution;
    return cuts.flatMap((cut) => {
      const value = cutValueOf(cut, contribution);
      if (value === undefined) return [];
      const fresh: CutCell = {
        measure, programme, touchpoint, unit: path.at(-1)!, day, cut, value, id: createHash('md5').update(`${cut} ${value}`).digest('hex'), source, version: 0,
        counts: new Array<number>(length).fill(0), asOf: new Date().toISOString(),
      };
      const key = cutScored.key(fresh);
      const cell = this.#cuts.get(key) ?? fresh;
      if (!this.#dirtyCuts.has(key)) cell.version += 1;
      this.#cuts.set(key, cell);
      this.#dirtyCuts.add(key);
      return [cell];
    });
  }

  #open(place: Place, counts: number[]): Cell {
    const fresh: Cell = { ...place, version: 0, counts, asOf: new Date().toISOString() };
    const key = cellScored.key(fresh);
    const cell = this.#cells.get(key) ?? fresh;
    if (!this.#dirty.has(key)) cell.version += 1;
    cell.asOf = new Date().toISOString();
    this.#cells.set(key, cell);
    this.#dirty.add(key);
    return cell;
  }
}

function places({ programme, touchpoint, path, day, hour }: InvitationContribution | Contribution, measure: Cell['measure'], source: string): Place[] {
  const common = { measure, programme, touchpoint, day, source };
  return [
    ...path.map((unit): Place => ({ ...common, span: 'day', unit })),
    { ...common, span: 'hour', unit: path.at(-1)!, hour },
  ];
}

function added(funnel: Funnel, { delivered, bounced, answered, matured, opened = false, started = false }: InvitationContribution, sign: number): Funnel {
  return {
    invited: funnel.invited + sign,
    delivered: funnel.delivered + sign * Number(delivered),
    bounced: funnel.bounced + sign * Number(bounced),
    answered: funnel.answered + sign * Number(answered),
    maturedDelivered: funnel.maturedDelivered + sign * Number(delivered && matured),
    maturedAnswered: funnel.maturedAnswered + sign * Number(delivered && matured && answered),
    opened: (funnel.opened ?? 0) + sign * Number(opened),
    started: (funnel.started ?? 0) + sign * Number(started),
  };
}

const sourceOf = (id: string): number => [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 6, 7);
