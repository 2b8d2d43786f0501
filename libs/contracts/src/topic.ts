import type { EventDeclaration, ServiceName } from './event.ts';

/**
 * What a topic holds decides how it is written and read:
 * - `inbound`: written by outsiders; not numbered; identity is (`source`, `id`).
 * - `fact`: kept for ever, no personal data; numbered densely per partition, a gap stops the reader.
 * - `handover`: from one service to another, which keeps it: short-lived, so it may hold personal data; numbered as facts are.
 * - `state`: compacted, the last record of a key is its state, a tombstone erases; numbered, the higher number of a key wins.
 * - `view`: compacted absolute values with a rising `version` of their own; not numbered, written without an outbox.
 */
export type TopicKind = 'inbound' | 'fact' | 'handover' | 'state' | 'view';

export interface TopicDeclaration {
  readonly name: string;
  readonly kind: TopicKind;
  /** The one service that writes it (outside enterprises may write `inbound` topics too). */
  readonly owner: ServiceName;
  /** What the record key is, in words. */
  readonly key: string;
  /** Fixed for the life of the topic's version: keys must stay in their partition. */
  readonly partitions: number;
  /** Milliseconds; -1 keeps for ever. Ignored by compacted topics. */
  readonly retentionMs: number;
  /** Whether records carry personal data (then they are compacted or short-lived, and can be erased). */
  readonly personal: boolean;
  readonly consumers: readonly ServiceName[];
  readonly events: readonly EventDeclaration[];
}

export function defineTopic(declaration: TopicDeclaration): TopicDeclaration {
  return Object.freeze(declaration);
}

/** Whether a missing number means that a record was lost. */
export const isDense = (topic: TopicDeclaration): boolean => topic.kind === 'fact' || topic.kind === 'handover';
export const isNumbered = (topic: TopicDeclaration): boolean => isDense(topic) || topic.kind === 'state';
export const isCompacted = (topic: TopicDeclaration): boolean => topic.kind === 'state' || topic.kind === 'view';
