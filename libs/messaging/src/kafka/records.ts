import type { HeaderBlock } from './header-block.ts';

/** A record to publish, to a partition that has been chosen. */
export interface OutgoingRecord {
  topic: string;
  partition: number;
  key: string | null;
  value: string | Buffer | null;
  headers: Record<string, string>;
}

/** A record as it came. Offsets and times are decimal texts, as the client gives them: the hot path converts only what it needs. */
export interface IncomingRecord {
  key: Buffer | null;
  value: Buffer | null;
  /** Read them with `headerOf`. */
  headers?: HeaderBlock | Record<string, Buffer | string | (Buffer | string)[] | undefined>;
  offset: string;
  /** Milliseconds since 1970 when Kafka appended it. */
  timestamp: string;
}

export interface IncomingBatch {
  /** Without the prefix. */
  topic: string;
  partition: number;
  /** The offset that was asked for; the first record may have a higher one where the log is compacted. */
  fetchedOffset: bigint;
  /** The partition's end: the offset that the next record will get. */
  end: bigint;
  records: IncomingRecord[];
}

export interface OffsetRange {
  partition: number;
  /** The first offset that there is. */
  low: bigint;
  /** The offset that the next record will get. */
  high: bigint;
}
