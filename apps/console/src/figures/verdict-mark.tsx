import { IconCheck, IconCircleDashed, IconQuestionMark, IconX, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './verdict.module.css';

export type Said = 'yes' | 'no' | 'undecided' | 'unknown';

const ICONS: Readonly<Record<Said, Icon>> = { yes: IconCheck, no: IconX, undecided: IconQuestionMark, unknown: IconCircleDashed };

/** An answer by shape and word; colour only repeats it. */
export function VerdictMark({ said, children }: { said: Said; children: ReactNode }) {
  const Mark = ICONS[said];
  return <span className={classes['verdict']} data-said={said}><Mark size={15} stroke={2.2} aria-hidden />{children}</span>;
}
