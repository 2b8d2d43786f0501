import { cut, type Cut } from '@candor/contracts';
import { listOf } from '@candor/http';
import type { SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import type { ResponseEntity } from '../response.entity.ts';

const value = z.string().min(1).max(200);
const version = z.string().regex(/^[1-9]\d{0,8}$/, 'must be a whole number from 1');
const several = 'One or several, separated by commas; a comma within a value is written `\\,`';

/** What an answer says of itself, as it was frozen with it. `segment` of this list is that of the score. */
export const saidQuery = {
  channel: listOf(value).optional().describe(`How it came. ${several}`),
  product: listOf(value).optional(),
  servedBy: listOf(value).optional().describe('Ids of those who served'),
  customerSegment: listOf(value).optional().describe('Of the customer: what is called `segment` as a cut of scores'),
  language: listOf(value).optional().describe('It was answered in'),
  surveyVersion: listOf(version).optional(),
  account: listOf(value).optional().describe('Ids of firms'),
  countedBy: cut.optional().describe('Those only that scores count under their value of this cut: with `product=loan`, `countedBy=product` is that row of `GET /v1/scores?groupBy=product`'),
  notCountedBy: cut.optional().describe('Those only that say no value of this cut, or were recorded before it was declared: the row of scores whose value is null'),
};

const PARAMETER = {
  channel: 'channel', product: 'product', servedBy: 'servedBy', segment: 'customerSegment', language: 'language', surveyVersion: 'surveyVersion', account: 'account',
} as const satisfies Record<Cut, keyof typeof saidQuery>;
const COLUMN: Record<Cut, string> = {
  channel: 'r.channel', product: 'r.product', servedBy: 'r.served_by', segment: 'r.segment', language: 'r.language', surveyVersion: 'r.survey', account: 'r.account',
};
const NAMES = Object.keys(COLUMN) as Cut[];

type Asked = { readonly [name in (typeof PARAMETER)[Cut]]?: string[] | undefined } & { readonly countedBy?: Cut | undefined; readonly notCountedBy?: Cut | undefined };

/** Of a selection of answers, what they are to say. */
export interface SaidFilter {
  readonly values: ReadonlyMap<Cut, readonly string[]>;
  readonly countedBy?: Cut;
  readonly notCountedBy?: Cut;
}

/** What a request asks for; undefined: nothing. */
export function saidFilterOf(query: Asked): SaidFilter | undefined {
  const { countedBy, notCountedBy } = query;
  const values = new Map(NAMES.flatMap((name) => (query[PARAMETER[name]] ? [[name, query[PARAMETER[name]]!] as const] : [])));
  return values.size === 0 && !countedBy && !notCountedBy ? undefined : { values, ...(countedBy && { countedBy }), ...(notCountedBy && { notCountedBy }) };
}

/** Narrows a query over `r` to answers that say so. */
export function whoSay(query: SelectQueryBuilder<ResponseEntity>, { values, countedBy, notCountedBy }: SaidFilter): void {
  for (const [name, wanted] of values) query.andWhere(`${COLUMN[name]} = ANY (:said_${name})`, { [`said_${name}`]: wanted });
  if (countedBy) query.andWhere(`${counted(countedBy)} IS TRUE`);
  if (notCountedBy) query.andWhere(`${counted(notCountedBy)} IS NOT TRUE`);
}

/** As scoring counts it: declared when it was recorded, and said. The name is one of a list, no text of a caller. */
const counted = (name: Cut): string => `('${name}' = ANY (r.cuts) AND ${COLUMN[name]} IS NOT NULL)`;
