import type { Channel } from '@candor/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import type { Query } from '../api/query.ts';

/** What the messages in one place of their invitations came to. */
export interface MessageRow {
  /** 0 is the first message, 1 the first reminder. */
  readonly message: number;
  readonly channel: Channel;
  readonly sent: number;
  readonly reached: number;
  readonly answered: number;
}
/** `GET /v1/decisions/messages`. */
export interface Messages {
  readonly asOf: string;
  readonly data: readonly MessageRow[];
  /** Answers of which nobody knows which message won them. */
  readonly unknown: number;
}

export const MESSAGES_PATH = '/v1/decisions/messages';

export function useMessages(query: Query) {
  return useQuery({
    queryKey: ['decisions', 'messages', query],
    queryFn: ({ signal }) => call<Messages>(MESSAGES_PATH, { query, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
}
