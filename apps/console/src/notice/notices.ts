import { createContext, useContext } from 'react';

export interface Notice {
  readonly id: number;
  readonly tone: 'done' | 'failed';
  readonly text: string;
}

/** Says something to the reader for a moment; screen readers hear it. */
export type Say = (tone: Notice['tone'], text: string) => void;

export const NoticeContext = createContext<Say>(() => undefined);

export const useSay = (): Say => useContext(NoticeContext);
