import { day, text, time, whole, type ExportColumn } from '@candor/export';
import type { AnswerView } from '../show-answer.ts';

/** An answer in CSV and Parquet. */
export const ANSWER_COLUMNS: readonly ExportColumn<AnswerView>[] = [
  text('id', (view) => view.id),
  whole('score', (view) => view.score),
  text('segment', (view) => view.segment),
  text('measure', (view) => view.measure),
  whole('discourage', (view) => view.discourage),
  text('programme', (view) => view.programme),
  text('touchpoint', (view) => view.touchpoint),
  text('unit', (view) => view.unit),
  text('path', (view) => view.path?.join('/')),
  day('day', (view) => view.day),
  whole('hour', (view) => view.hour),
  time('answered_at', (view) => view.answeredAt),
  time('recorded_at', (view) => view.recordedAt),
  time('changed_at', (view) => view.changedAt),
  whole('revision', (view) => view.revision),
  text('state', (view) => view.state),
  text('channel', (view) => view.channel),
  text('comment', (view) => view.comment),
  text('language', (view) => view.language),
  text('customer', (view) => view.customer?.id),
  text('served_by', (view) => view.servedBy?.id),
  text('account', (view) => view.account?.id),
  text('product', (view) => view.product),
  text('reason', (view) => view.reason),
];
