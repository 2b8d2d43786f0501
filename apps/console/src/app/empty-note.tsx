import type { ReactNode } from 'react';
import classes from './page.module.css';

/** An empty place says what would fill it. */
export function EmptyNote({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <div className={classes['empty']}>
      <b>{title}</b>
      <p>{text}</p>
      {children}
    </div>
  );
}
