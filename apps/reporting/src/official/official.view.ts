import { againstTarget, type TargetState } from '@candor/nps';
import { z } from 'zod';
import { figureSchema, scoresExample } from '../scores/get-scores/scores.view.ts';
import type { FigureAlone } from '../comparison/comparison.ts';
import { ALL_TOUCHPOINTS, ALL_UNITS } from '../score-cells/tables.ts';
import { placeOf, type Published } from './official.service.ts';
import type { Edition } from './official.store.ts';
import { daysOf } from './quarter.ts';

/** Who did something, when. */
export interface Acted {
  by: string;
  name: string | null;
  at: string;
}

export interface EditionView {
  quarter: string;
  programme: string;
  measure: string;
  edition: number;
  asOf: string;
  reason: string | null;
  changed: number;
  frozen: Acted;
  signed: Acted | null;
}

export interface OfficialFigure extends FigureAlone {
  unit: string | null;
  touchpoint: string | null;
  target: number | null;
  state: TargetState | null;
  before?: { nps: number | null; n: number } | null;
}

export interface OfficialView extends EditionView {
  from: string;
  to: string;
  editions: EditionView[];
  data: OfficialFigure[];
}

const who = z.object({ by: z.string(), name: z.string().nullable().describe('As they were called then; null: from before names were kept'), at: z.iso.datetime() });
export const editionSchema = z.object({
  quarter: z.string(), programme: z.string(), measure: z.string(), edition: z.int().describe('1 as first published, one more with each restatement'), asOf: z.iso.datetime(),
  reason: z.string().nullable().describe('Why it was restated'), changed: z.int().describe('Figures that differ from the edition before'), frozen: who, signed: who.nullable(),
});
export const stateSchema = z.enum(['met', 'not-met', 'undecided']);
const figure = figureSchema.omit({ from: true, to: true, unit: true, touchpoint: true });
export const officialSchema = editionSchema.extend({
  from: z.string(), to: z.string(), editions: z.array(editionSchema).describe('All of them, the last first'),
  data: z.array(figure.extend({
    unit: z.string().nullable().describe('With all below it as it was; null: all units'), touchpoint: z.string().nullable().describe('null: all touchpoints'),
    target: z.number().nullable().describe('As it was when the figure was frozen'), state: stateSchema.nullable().describe('Undecided: the interval contains the target'),
    before: z.object({ nps: z.number().nullable(), n: z.int() }).nullable().optional().describe('Restated: what the edition before said; null: nothing'),
  })),
});

export function editionView({ quarter, programme, measure, edition, asOf, reason, changed, frozenBy, frozenByName, frozenAt, signedBy, signedByName, signedAt }: Edition): EditionView {
  return {
    quarter, programme, measure, edition, asOf: asOf.toISOString(), reason, changed, frozen: { by: frozenBy, name: frozenByName, at: frozenAt.toISOString() },
    signed: signedBy !== null && signedAt !== null ? { by: signedBy, name: signedByName, at: signedAt.toISOString() } : null,
  };
}

/** @param visible units that may be seen; null: all, and the figures over all units too */
export function officialView({ edition, editions, figures, before }: Published, visible: ReadonlySet<string> | null): OfficialView {
  const held = new Map(before.map((one) => [placeOf(one), one.figure]));
  const data = figures.filter(({ unit }) => visible === null || visible.has(unit)).map((one): OfficialFigure => {
    const earlier = held.get(placeOf(one));
    const restated = before.length > 0 && (earlier?.nps !== one.figure.nps || earlier.n !== one.figure.n);
    return {
      unit: one.unit === ALL_UNITS ? null : one.unit, touchpoint: one.touchpoint === ALL_TOUCHPOINTS ? null : one.touchpoint, ...one.figure,
      target: one.target, state: one.target === null ? null : againstTarget(one.figure.confidence, one.target), ...(restated ? { before: earlier ? { nps: earlier.nps, n: earlier.n } : null } : {}),
    };
  });
  return { ...editionView(edition), ...daysOf(edition.quarter)!, editions: editions.map(editionView), data };
}

const first: EditionView = {
  quarter: '2026-Q3', programme: 'transactional', measure: 'nps', edition: 1, asOf: '2026-10-05T08:00:00.000Z', reason: null, changed: 0,
  frozen: { by: 'p-analyst', name: 'Irina Volkova', at: '2026-10-05T08:00:01.000Z' }, signed: { by: 'p-director', name: 'Miriam Levi', at: '2026-10-06T07:30:00.000Z' },
};
const second: EditionView = {
  ...first, edition: 2, asOf: '2026-10-20T08:00:00.000Z', reason: 'Answers of a bot were excluded', changed: 1, frozen: { by: 'p-analyst', name: 'Irina Volkova', at: '2026-10-20T08:00:01.000Z' }, signed: null,
};
const { from: _from, to: _to, ...haifa } = scoresExample.data[0]!;
export const editionExample = second;
export const officialExample: OfficialView = {
  ...second, from: '2026-07-01', to: '2026-10-01', editions: [second, first], data: [{ ...haifa, unit: 'haifa-1', touchpoint: null, target: 35, state: 'undecided', before: { nps: 34, n: 112 } }],
};
